"""The screen of a story, in every language: what stands on it, and that it always fits."""

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.chat.screens import Screen
from bot.stories.model import TAGS, StoryState
from bot.stories.shown import JOINER
from bot.texts.html import utf16_length, visible
from tests.size import sized
from tests.stories.reading.conftest import Rewound
from tests.stories.reading.library import put, say
from tests.stories.reading.reader import Reader, Room

HOSTILE = (
    "<b>x</b> & t.me/spam @some_bot *md* [a](http://evil.example) \u202eslaer\u200b /start 😀 "
)


def fits(screen: Screen) -> None:
    assert utf16_length(visible(screen.text)) <= 4_096
    assert len(screen.rows) <= 8
    for button in (button for row in screen.rows for button in row):
        assert len((button.data or "").encode()) <= 64
        assert len(button.url or "") < 2_000
        assert button.label.strip()


@pytest.mark.parametrize("language", ["en", "it", "pl"])
def test_everything_about_a_story_is_on_its_screen(room: Room, language: str) -> None:
    put(room.connection, 1, language=language)
    put(room.connection, 2, language=language, text="The parcel. " * 400, company="Acme",
        tags=["refund", "own words"], nickname="Zyzzyva", score=3, votes=5, continues=1,
        feelings={"anger": 3, "calm": 1})  # fmt: skip
    put(room.connection, 3, language=language, continues=2)
    say(room.connection, 2, "We have paid him back.", "reply", by="Acme")
    say(room.connection, 2, "It was May, not June.", "correction")
    say(room.connection, 2, "The same here.")
    reader = room.reader(language=language).press("stories:one:2:new:o:0:1")
    fits(reader.screen)
    for words in ("#2", "Acme", "own words", "Zyzzyva", "<b>3</b> (5)", "75%", "#1", "#3",
                  "We have paid him back.", "It was May, not June."):  # fmt: skip
        assert words in reader.screen.text
    assert {"« #1", "#3 »", "👍 4", "👎 1", "💬 1"} <= set(reader.labels)
    assert reader.again().text == reader.screen.text
    reader.press("stories:one:2:new:o:0:2")
    assert "Zyzzyva" in reader.screen.text


def test_a_long_reply_has_its_screen(room: Room, reader: Reader) -> None:
    put(room.connection, 2)
    say(room.connection, 2, "We say that it was so. " * 20 + "The end.", "reply", by="Acme")
    reader.press("stories:open:new:o")
    assert "The end." not in reader.screen.text
    reader.tap("Replies")
    assert "The end." in reader.screen.text
    fits(reader.screen)


def test_an_archived_story_is_readable_and_closed(room: Room, reader: Reader) -> None:
    put(room.connection, 2, state=StoryState.ARCHIVED)
    reader.press("stories:open:new:o")
    assert "archive" in reader.screen.text
    assert not {"👍 0", "✍️ Comment"} & set(reader.labels)
    assert reader.button("🤍")


@pytest.mark.parametrize(
    ("gone", "told"),
    [(StoryState.WITHDRAWN, "withdrawn by its author"), (StoryState.REMOVED, "Moderators took")],
)
def test_a_story_that_is_gone_says_by_whom_and_the_list_goes_on(
    room: Room, reader: Reader, gone: StoryState, told: str
) -> None:
    for number in (1, 2, 3):
        put(room.connection, number, state=gone if number == 2 else StoryState.OPEN)
    reader.press("stories:one:2:new:o:0:1")
    assert told in reader.screen.text
    assert reader.tap("Older").person.place == "stories:one:1:new:o:0:1"


@pytest.mark.parametrize("links", [False, True])
def test_hostile_words_are_shown_as_text(room: Room, reader: Reader, links: bool) -> None:
    put(room.connection, 1, text=HOSTILE, company=HOSTILE[:40], nickname=HOSTILE[:24],
        tags=[HOSTILE[:24]], links=links)  # fmt: skip
    say(room.connection, 1, HOSTILE, "reply", by=HOSTILE[:40])
    reader.press("stories:open:new:o")
    fits(reader.screen)
    assert "<b>x</b>" not in reader.screen.text
    assert "<b>x</b>" in visible(reader.screen.text).replace(JOINER, "")
    assert "\u202e" not in reader.screen.text
    assert ("t.me/spam" in reader.screen.text) == links
    reader.tap("More")
    fits(reader.screen)


LARGE = st.builds(
    lambda piece, length: (piece * length)[:length],
    st.text(st.sampled_from("a.@/:<😀é \n"), min_size=1, max_size=40),
    st.integers(3_000, 6_000),
)


@hypothesis_settings(max_examples=sized(200, short=4))
@given(text=LARGE, page=st.integers(1, 9))
@example("@a " * 2_000, 1)
@example("a." * 3_000, 1)
@example("😀 " * 2_000, 1)
def test_the_largest_screen_fits_a_message(rewound: Rewound, text: str, page: int) -> None:
    feelings = dict.fromkeys(("anger", "calm", "trust", "stress", "confusion", "other"), 1)
    tags = ["a.b@c/d:e" * 2 + str(number) for number in range(5)] + [TAGS[2]]
    with rewound() as connection:
        put(connection, 1, text=text, company="a.bc" * 10, tags=tags, nickname="a.bc" * 6,
            feelings=feelings)  # fmt: skip
        for kind in ("reply", "correction", "reply"):
            say(connection, 1, text[:600], kind, by="a.bc" * 10)
        fits(Room(connection).reader().press(f"stories:one:1:new:o:0:{page}").screen)


def test_comments_are_turned_page_by_page(room: Room, reader: Reader) -> None:
    put(room.connection, 1)
    for number in range(1, 11):
        say(room.connection, 1, f"Comment {number}: " + "x. " * 195)
        if number % 3 == 0:
            say(room.connection, 1, "A reply between them.", "reply")
    reader.press("stories:open:new:o").tap("💬 10")
    seen = []
    while True:
        fits(reader.screen)
        seen.append([n for n in range(1, 11) if f"Comment {n}:" in reader.screen.text])
        if "Next ›" not in reader.labels:
            break
        reader.tap("Next")
    assert seen == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10]]
    for page in ([5, 6, 7, 8], [1, 2, 3, 4]):
        reader.tap("Previous")
        assert [n for n in range(1, 11) if f"Comment {n}:" in reader.screen.text] == page
    assert "Previous" not in "".join(reader.labels)
    assert reader.tap("Story #1").person.place == "stories:one:1:new:o:0:1"


def test_the_first_comment_is_asked_for_kindly(room: Room, reader: Reader) -> None:
    put(room.connection, 1)
    reader.press("stories:open:new:o").tap("💬 0")
    assert "Nobody has said anything" in reader.screen.text
    assert reader.button("Comment").data == "story:new:comment:1"


def test_more_leads_to_other_parts_and_to_lists_of_the_same_tags(
    connection: Connection, room: Room, reader: Reader
) -> None:
    put(connection, 1, tags=["refund", "own words"])
    put(connection, 2, tags=["own words"])
    reader.press("stories:one:1:new:o:0:1").tap("More")
    assert reader.button("correction").data == "story:new:correction:1"
    assert reader.button("Reply for the company").data == "story:new:reply:1"
    assert room.reader().press("stories:more:1:new:o:0:1").tap("own words").reply.place == (
        "stories:one:2:own-1.1:o:0:1"
    )
