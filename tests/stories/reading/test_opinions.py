"""Votes, favourites, feelings and reports: once a person, changed, taken back, counted right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.storage.story_tables import shelves, stories, story_feelings, story_reports, story_votes
from bot.stories.model import StoryState
from bot.stories.reading.store import find_story
from tests.stories.reading.conftest import Rewound
from tests.stories.reading.library import counts, put
from tests.stories.reading.reader import Reader, Room


def test_a_vote_is_counted_changed_and_taken_back(room: Room, reader: Reader) -> None:
    put(room.connection, 1)
    reader.press("stories:open:new:o").tap("👍")
    assert counts(room.connection, 1) == (1, 1)
    assert "Score: 1 (1)" in reader.reply.toast
    assert reader.button("• 👍 1")
    reader.tap("👎")
    assert counts(room.connection, 1) == (-1, 1)
    assert reader.button("• 👎 1")
    reader.tap("👎")
    assert counts(room.connection, 1) == (0, 0)
    assert "taken back" in reader.reply.toast
    assert "•" not in "".join(reader.labels)
    assert room.labels == [1, 1, 1]


Votes = list[tuple[int, bool, bool]]


@given(votes=st.lists(st.tuples(st.integers(1, 4), st.booleans(), st.booleans()), max_size=25))
def test_counts_are_those_of_the_votes_that_stand(rewound: Rewound, votes: Votes) -> None:
    """In private and under the post, by a few people, in any order."""
    with rewound() as connection:
        room = Room(connection)
        put(connection, 1)
        stands: dict[int, int] = {}
        for person, up, in_channel in votes:
            name, value = ("up", 1) if up else ("down", -1)
            if in_channel:
                room.vote(f"vote:1:{name}", person)
            else:
                room.reader(person).press(f"stories:{name}:1:new:o:0:1")
            stands[person] = 0 if stands.get(person) == value else value
        cast = [value for value in stands.values() if value]
        assert counts(connection, 1) == (sum(cast), len(cast))
        assert connection.scalar(select(func.count()).select_from(story_votes)) == len(cast)


def test_a_vote_under_a_post_needs_no_shelf(room: Room) -> None:
    put(room.connection, 17)
    answer = room.vote("vote:17:up", 99)
    assert "👍 counted. Score: 1 (1)" in answer.toast
    assert room.connection.scalar(select(func.count()).select_from(shelves)) == 0
    reader = room.reader(99).press("stories:open:new:o")
    assert reader.button("• 👍 1")


def test_a_known_person_votes_under_a_post_as_in_private(room: Room, reader: Reader) -> None:
    put(room.connection, 17)
    room.vote("vote:17:down", 7)
    assert room.reading.export(room.connection, 7)["voted"] == [17]
    room.vote("vote:17:down", 7)
    assert room.reading.export(room.connection, 7)["voted"] == []
    assert reader.press("stories:open:new:o").button("👎 0")


@pytest.mark.parametrize(
    ("state", "words"),
    [(StoryState.ARCHIVED, "closed"), (StoryState.WITHDRAWN, "not here any more")],
)
def test_what_is_closed_takes_no_vote_and_says_so(
    room: Room, reader: Reader, state: StoryState, words: str
) -> None:
    put(room.connection, 17, state=state)
    answer = room.vote("vote:17:up")
    assert words in answer.toast
    assert answer.alert
    for press in ("up", "feel:anger"):
        reader.press(f"stories:{press}:17:new:o:0:1")
    assert counts(room.connection, 17) == (0, 0)
    assert room.labels == []
    assert "not here" in room.vote("vote:99:up").toast


@pytest.mark.parametrize(
    "data", ["vote:", "vote:17", "vote:x:up", "vote:17:sideways", "vote:1:up:"]
)
def test_a_forged_vote_is_answered_and_does_nothing(room: Room, data: str) -> None:
    put(room.connection, 17)
    assert "no longer" in room.vote(data).toast
    assert counts(room.connection, 17) == (0, 0)


def test_one_feeling_a_person_with_its_shares(room: Room, reader: Reader) -> None:
    put(room.connection, 1)
    room.reader(8).press("stories:feel:calm:1:new:o:0:1")
    reader.press("stories:open:new:o").tap("feel").tap("Anger")
    assert "😠 Anger 50%" in reader.screen.text
    assert "😌 Calm 50%" in reader.screen.text
    reader.tap("feel")
    assert reader.button("• 😠 Anger")
    reader.tap("Calm")
    assert "😌 Calm 100%" in reader.screen.text
    assert "Anger" not in reader.screen.text
    reader.tap("feel").tap("Calm")
    story = find_story(room.connection, 1)
    assert story is not None
    assert story.feelings == (("calm", 1),)
    assert room.connection.scalar(select(func.count()).select_from(story_feelings)) == 1


def test_favourites_are_a_list_of_their_own(room: Room, reader: Reader) -> None:
    for number in (1, 2, 3):
        put(room.connection, number, language="it" if number == 2 else "en")
    reader.press("stories").tap("Favourites")
    assert "no favourites yet" in reader.screen.text
    for number in (2, 3):
        reader.press(f"stories:keep:{number}:new:o:0:1")
    reader.press("stories").tap("Favourites")
    assert "#3" in reader.screen.text
    reader.tap("Next")
    assert "#2" in reader.screen.text
    reader.tap("❤️")
    assert reader.button("🤍")
    assert reader.press("stories:open:kept:o").labels.count("Next ›") == 0


def test_a_favourite_that_is_gone_can_be_taken_off(room: Room, reader: Reader) -> None:
    put(room.connection, 1)
    reader.press("stories:open:new:o").tap("🤍")
    gone = stories.update().values(state=StoryState.WITHDRAWN)
    room.connection.execute(gone)
    reader.press("stories:open:kept:o").tap("❤️")
    assert "No longer in your favourites" in reader.reply.toast
    assert not {"❤️", "🤍"} & set(reader.labels)
    assert "no favourites yet" in reader.press("stories:open:kept:o").screen.text


def test_a_story_is_reported_once_a_person(room: Room, reader: Reader) -> None:
    put(room.connection, 1)
    reader.press("stories:open:new:o").tap("More").tap("Report").tap("Personal data")
    assert "Thank you" in reader.reply.toast
    reader.press("stories:report:told:1:new:o:0:1")
    assert "already" in reader.reply.toast
    assert room.reports == [1]
    rows = room.connection.execute(select(story_reports.c.reason, story_reports.c.open)).all()
    assert [tuple(row) for row in rows] == [("personal", True)]
