"""Submissions: found by receipt or key, in an order that tells nothing, emptied when closed."""

from datetime import date
from random import Random

import pytest
from sqlalchemy import Connection, insert, select

from bot.storage.story_tables import comments, stories
from bot.storage.submission_tables import submissions
from bot.stories import store
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, Line, Mask, State, Submission

BODY = Body(
    "They hung up on [name].",
    teller="customer",
    sector="telecom",
    tags=("hung_up", "own words"),
    nickname="Zyzzyva",
    company="Acme",
    masks=(Mask(16, 22, "name"),),
)


def submission(**changes: object) -> Submission:
    given: dict[str, object] = {
        "key": new_key(),
        "kind": Kind.STORY,
        "state": State.NEW,
        "month": date(2026, 11, 1),
        "language": "en",
        "body": BODY,
    }
    return Submission(**{**given, **changes})  # type: ignore[arg-type]


def test_what_was_sent_comes_back_as_it_was(connection: Connection) -> None:
    sent = submission(dialogue=(Line(False, "When?"), Line(True, "In May.")), about=3, reason="x")
    assert store.add(connection, sent, b"r" * 32, Random(1))
    assert store.find(connection, sent.key) == sent
    assert store.find_by_receipt(connection, b"r" * 32) == sent
    assert store.receipt_of(connection, sent.key) == b"r" * 32
    assert store.find_by_receipt(connection, b"s" * 32) is None


def test_a_receipt_serves_once(connection: Connection) -> None:
    assert store.add(connection, submission(), b"r" * 32, Random(1))
    assert not store.add(connection, submission(), b"r" * 32, Random(1))
    assert store.count_open(connection) == 1


def test_a_receipt_tells_what_was_sent_also_when_it_is_published(connection: Connection) -> None:
    assert store.kind_of(connection, b"r" * 32) is None
    store.add(connection, submission(kind=Kind.REPLY, about=1), b"r" * 32, Random(1))
    assert store.kind_of(connection, b"r" * 32) is Kind.REPLY
    day = date(2026, 11, 22)
    story = {
        "number": 1, "language": "en", "teller": "other", "sector": "other", "state": "open",
        "published_on": day, "score": 0, "votes": 0, "comments": 1, "receipt": b"s" * 32,
    }  # fmt: skip
    connection.execute(insert(stories).values(story))
    assert store.kind_of(connection, b"s" * 32) is Kind.STORY
    note = {
        "key": new_key(), "number": 1, "position": 1, "kind": "comment", "receipt": b"c" * 32,
        "nickname": "", "published_on": day, "text": "x",
    }  # fmt: skip
    connection.execute(insert(comments).values(note))
    assert store.kind_of(connection, b"c" * 32) is Kind.COMMENT


def test_saving_keeps_the_receipt(connection: Connection) -> None:
    sent = submission()
    store.add(connection, sent, b"r" * 32, Random(1))
    asked = Submission(**{**vars(sent), "state": State.ASKED, "dialogue": (Line(False, "Why?"),)})
    store.save(connection, asked)
    assert store.find_by_receipt(connection, b"r" * 32) == asked


@pytest.mark.parametrize("state", [State.REJECTED, State.WITHDRAWN])
def test_what_is_closed_keeps_no_word(connection: Connection, state: State) -> None:
    sent = submission(dialogue=(Line(True, "a secret answer"),))
    store.add(connection, sent, b"r" * 32, Random(1))
    store.close(connection, sent, state, "off_theme")
    closed = store.find(connection, sent.key)
    assert closed is not None
    assert (closed.state, closed.reason, closed.dialogue) == (state, "off_theme", ())
    assert closed.body == Body("", teller="customer", sector="telecom")
    assert store.count_open(connection) == 0
    assert store.forget_closed(connection, date(2026, 11, 1)) == 0
    assert store.forget_closed(connection, date(2026, 12, 1)) == 1


def test_what_is_open_is_not_forgotten(connection: Connection) -> None:
    store.add(connection, submission(), b"r" * 32, Random(1))
    assert store.forget_closed(connection, date(2030, 1, 1)) == 0


def test_every_sending_writes_all_rows_anew_in_another_order(connection: Connection) -> None:
    """Keys in the order of sending would be sorted; here the order in which rows are written is
    that of the generator and has nothing to do with it.
    """

    class Spy(Random):
        shuffled = 0

        def shuffle(self, x: object) -> None:
            Spy.shuffled = len(x)  # type: ignore[arg-type]
            super().shuffle(x)  # type: ignore[arg-type]

    for number in range(5):
        store.add(connection, submission(), bytes([number]) * 32, Spy(number))
        assert Spy.shuffled == number + 1
    assert len(connection.execute(select(submissions)).all()) == 5
