"""Numbers, rows and receipts of what is published; and that it is done once."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from sqlalchemy import Connection, Table, func, insert, select

from bot.storage.story_tables import (
    comments,
    stories,
    story_feelings,
    story_stems,
    story_tags,
    story_texts,
    story_votes,
)
from bot.storage.submission_tables import submissions as submissions_table
from bot.stories import store as submissions
from bot.stories.model import Body, Kind, Line, State, StoryState, Submission
from bot.stories.publishing import store
from bot.stories.publishing.publisher import Publisher
from tests.stories.publishing.kiosk import TODAY, send, submission

NOTE = Body("I know this one.", nickname="Ola")


class Silent:
    """A channel that only counts what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def published(self, _: Connection, number: int) -> None:
        self.told.append(("published", number))

    def withdrawn(self, _: Connection, number: int) -> None:
        self.told.append(("withdrawn", number))

    def labels_changed(self, _: Connection, number: int) -> None:
        self.told.append(("labels", number))


@pytest.fixture
def channel() -> Silent:
    return Silent()


@pytest.fixture
def publisher(channel: Silent) -> Publisher:
    return Publisher(Random(1), channel)


def published(connection: Connection, publisher: Publisher, one: Submission | None = None) -> int:
    number = publisher.publish(connection, send(connection, one or submission()), TODAY)
    assert number is not None
    return number


def note(
    connection: Connection, number: int | None, kind: Kind = Kind.COMMENT, receipt: bytes = b"n"
) -> Submission:
    return send(connection, submission(kind=kind, about=number, body=NOTE), receipt)


def count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def story(connection: Connection, number: int) -> dict[str, object]:
    row = connection.execute(select(stories).where(stories.c.number == number)).mappings().one()
    return dict(row)


def test_a_story_and_where_it_is_found(connection: Connection, publisher: Publisher) -> None:
    one = send(connection, submission("The technician never came."), b"receipt")
    assert publisher.publish(connection, one, TODAY) == 1
    assert story(connection, 1) == {
        "number": 1,
        "language": "en",
        "teller": "customer",
        "sector": "telecom",
        "state": "open",
        "published_on": TODAY,
        "score": 0,
        "votes": 0,
        "comments": 0,
        "continues": None,
        "receipt": b"receipt",
    }
    text = connection.execute(select(story_texts)).mappings().one()
    assert dict(text) == {
        "number": 1,
        "nickname": "Nora",
        "company": "Telefonica Rossa",
        "tags": ["hung_up", "hold music"],
        "links": False,
        "feelings": {},
        "text": "The technician never came.",
    }
    assert set(connection.scalars(select(story_tags.c.tag))) == {"hung_up", "hold music"}
    stems = set(connection.scalars(select(story_stems.c.stem)))
    assert {"technician", "came", "rossa", "music"} <= stems
    assert submissions.find(connection, one.key) is None


def test_it_is_published_once(
    connection: Connection, publisher: Publisher, channel: Silent
) -> None:
    one = send(connection, submission())
    assert publisher.publish(connection, one, TODAY) == 1
    assert publisher.publish(connection, one, TODAY) is None
    taken_back = send(connection, submission())
    submissions.close(connection, taken_back, State.WITHDRAWN)
    assert publisher.publish(connection, taken_back, TODAY) is None
    assert channel.told == [("published", 1)]


def test_numbers_never_come_twice(connection: Connection, publisher: Publisher) -> None:
    assert [published(connection, publisher) for _ in range(3)] == [1, 2, 3]
    for number in (2, 3):
        publisher.withdraw(connection, number, TODAY)
    assert published(connection, publisher) == 4


def test_a_second_part_points_to_the_first(connection: Connection, publisher: Publisher) -> None:
    first = published(connection, publisher)
    second = published(connection, publisher, submission("And then?", about=first))
    publisher.withdraw(connection, first, TODAY)
    assert story(connection, second)["continues"] == first
    publisher.withdraw(connection, second, TODAY)
    assert story(connection, second)["continues"] is None


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.REPLY, Kind.CORRECTION])
def test_a_note_goes_to_its_story(connection: Connection, publisher: Publisher, kind: Kind) -> None:
    number = published(connection, publisher)
    for receipt in (b"a", b"b"):
        one = note(connection, number, kind, receipt)
        assert publisher.publish_note(connection, one, TODAY)
        assert not publisher.publish_note(connection, one, TODAY)
    rows = connection.execute(select(comments).order_by(comments.c.position)).all()
    assert [(row.number, row.position, row.receipt) for row in rows] == [
        (number, 1, b"a"),
        (number, 2, b"b"),
    ]
    assert rows[0].text == "I know this one."
    assert story(connection, number)["comments"] == (2 if kind is Kind.COMMENT else 0)
    assert count(connection, submissions_table) == 0


def test_a_company_signs_its_reply(connection: Connection, publisher: Publisher) -> None:
    number = published(connection, publisher)
    body = replace(NOTE, company="Rossa")
    one = send(connection, submission(kind=Kind.REPLY, about=number, body=body))
    assert publisher.publish_note(connection, one, TODAY)
    assert connection.scalar(select(comments.c.nickname)) == "Rossa"


def test_a_saying_stays_where_it_is(connection: Connection, publisher: Publisher) -> None:
    said = submission(kind=Kind.SAYING, body=NOTE, dialogue=(Line(by_author=False, text="Why?"),))
    assert publisher.publish_note(connection, send(connection, said, b"s"), TODAY)
    kept = submissions.find_by_receipt(connection, b"s")
    assert kept == replace(said, state=State.PUBLISHED, dialogue=())
    assert not publisher.publish_note(connection, said, TODAY)
    assert publisher.withdraw_note(connection, b"s")
    assert not publisher.withdraw_note(connection, b"s")
    kept = submissions.find_by_receipt(connection, b"s")
    assert kept is not None
    assert (kept.state, kept.body.text) == (State.WITHDRAWN, "")


def test_nothing_is_said_of_a_story_that_is_gone(
    connection: Connection, publisher: Publisher
) -> None:
    number = published(connection, publisher)
    waiting = note(connection, number, receipt=b"early")
    publisher.withdraw(connection, number, TODAY)
    late = note(connection, number, receipt=b"late")
    lost = note(connection, 99, receipt=b"lost")
    for one in (waiting, late, lost):
        assert not publisher.publish_note(connection, one, TODAY)
    for receipt in (b"early", b"late", b"lost"):
        left = submissions.find_by_receipt(connection, receipt)
        assert left is not None
        assert (left.state, left.body.text) == (State.WITHDRAWN, "")
    assert count(connection, comments) == 0


def test_moderators_take_off_what_its_author_left(
    connection: Connection, publisher: Publisher, channel: Silent
) -> None:
    number = published(connection, publisher, submission())
    publisher.take_off(connection, number)
    assert store.state_of(connection, number) is StoryState.REMOVED
    assert connection.execute(select(story_texts)).first() is None
    publisher.withdraw(connection, number, TODAY)
    assert store.state_of(connection, number) is StoryState.REMOVED
    assert channel.told == [("published", number), ("withdrawn", number)]


def test_what_is_left_of_a_withdrawn_story(
    connection: Connection, publisher: Publisher, channel: Silent
) -> None:
    number = published(connection, publisher, submission(language="pl"))
    assert publisher.publish_note(connection, note(connection, number), TODAY)
    second = note(connection, number, Kind.STORY, b"second part")
    connection.execute(insert(story_votes).values(voter=b"v", number=number, value=1))
    connection.execute(insert(story_feelings).values(voter=b"v", number=number, feeling="calm"))
    publisher.withdraw(connection, number, date(2027, 5, 5))
    left = story(connection, number)
    assert left == {
        "number": number,
        "language": "pl",
        "teller": "other",
        "sector": "other",
        "state": "withdrawn",
        "published_on": TODAY,
        "score": 0,
        "votes": 0,
        "comments": 0,
        "continues": None,
        "receipt": left["receipt"],
    }
    for table in (*store._WORDS,):
        assert count(connection, table) == 0
    assert submissions.find(connection, second.key) == second
    publisher.withdraw(connection, number, TODAY)
    publisher.withdraw(connection, 99, TODAY)
    assert channel.told == [("published", number), ("withdrawn", number)]


def test_a_note_is_taken_back_by_its_receipt(connection: Connection, publisher: Publisher) -> None:
    number = published(connection, publisher)
    for receipt in (b"a", b"b"):
        assert publisher.publish_note(connection, note(connection, number, receipt=receipt), TODAY)
    assert publisher.withdraw_note(connection, b"a")
    assert not publisher.withdraw_note(connection, b"a")
    assert not publisher.withdraw_note(connection, b"nobody's")
    assert story(connection, number)["comments"] == 1
    left = submissions.find_by_receipt(connection, b"a")
    assert left is not None
    assert (left.state, left.month, left.body) == (State.WITHDRAWN, date(2026, 11, 1), Body(""))


def test_moderators_take_off_a_note_alone(connection: Connection, publisher: Publisher) -> None:
    number = published(connection, publisher)
    for receipt in (b"a", b"b"):
        assert publisher.publish_note(connection, note(connection, number, receipt=receipt), TODAY)
    assert publisher.take_off_note(connection, number, 2)
    assert not publisher.take_off_note(connection, number, 2)
    assert not publisher.take_off_note(connection, 99, 1)
    assert story(connection, number)["comments"] == 1
    left = submissions.find_by_receipt(connection, b"b")
    assert left is not None
    assert (left.state, left.body) == (State.REJECTED, Body(""))


def test_old_stories_are_closed(
    connection: Connection, publisher: Publisher, channel: Silent
) -> None:
    old, withdrawn = published(connection, publisher), published(connection, publisher)
    publisher.withdraw(connection, withdrawn, TODAY)
    young = publisher.publish(connection, send(connection, submission()), date(2026, 11, 30))
    assert young is not None
    assert publisher.archive_old(connection, date(2026, 11, 30)) == 1
    assert story(connection, old)["state"] == StoryState.ARCHIVED
    assert story(connection, young)["state"] == StoryState.OPEN
    assert ("labels", old) in channel.told
    late = note(connection, old)
    assert publisher.publish_note(connection, late, TODAY), "it was sent while it was open"
