"""Ways to stories and between them; whatever is forged leaves everybody where they are."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.storage.story_tables import stories, story_feelings, story_reports, story_votes
from bot.stories.model import StoryState
from tests.stories.reading.conftest import Rewound
from tests.stories.reading.library import put
from tests.stories.reading.reader import Reader, Room

SPOT = "17:new:o:0:1"


def test_every_list_of_the_menu_opens(connection: Connection, room: Room) -> None:
    put(connection, 17, score=2, votes=2, tags=["refund"])
    for label in ("Newest", "Surprise", "Week", "Month", "Ever"):
        reader = room.reader(ord(label[0])).type("/stories").tap(label)
        assert "#17" in reader.screen.text
    for chooser, label in (("topic", "refund"), ("sector", "Phone"), ("tells", "Customer")):
        reader = room.reader().press("stories").tap(chooser)
        while not any(label in one for one in reader.labels):
            reader.tap("»")
        assert len(reader.screen.rows) <= 8
        assert "#17" in reader.tap(label).screen.text


@pytest.mark.parametrize(
    ("data", "words"),
    [("new", "no stories here"), ("random", "no stories here"), ("week", "no stories here"),
     ("kept", "no favourites"), ("found", "No story here"), ("tag-bill", "no stories here")],
)  # fmt: skip
def test_where_there_are_no_stories_every_list_says_so(
    reader: Reader, data: str, words: str
) -> None:
    reader.press(f"stories:open:{data}:o")
    assert words in reader.screen.text
    assert reader.again().text == reader.screen.text


@pytest.mark.parametrize(
    ("data", "words"),
    [("random", "read all"), ("ever", "here has been voted up"), ("week", "last 7 days has"),
     ("month", "last 30 days has"), ("tag-bill", "no story of this kind")],
)  # fmt: skip
def test_an_empty_list_says_what_is_missing(
    connection: Connection, reader: Reader, data: str, words: str
) -> None:
    put(connection, 17)
    reader.press("stories:open:new:o").press(f"stories:open:{data}:o")
    assert words in reader.screen.text
    assert reader.again().text == reader.screen.text


def test_the_readers_language_comes_first_and_all_are_a_press_away(
    connection: Connection, room: Room
) -> None:
    put(connection, 1, language="it")
    put(connection, 2, language="pl")
    reader = room.reader(language="it").press("stories").press("stories:open:new:o")
    assert "#1" in reader.screen.text
    assert "Italiano" not in reader.screen.text
    reader.press("stories").press("stories:tongues:menu:o").tap("Tutte").tap("Le ultime")
    assert "#2" in reader.screen.text
    assert "Polski" in reader.screen.text
    assert reader.person.place == "stories:one:2:new:a:0:1"


def test_stories_are_read_and_searched_in_the_language_that_is_chosen(
    connection: Connection, room: Room
) -> None:
    for number, language in enumerate(("en", "it", "pl", "it", "en"), start=1):
        put(connection, number, language=language, text="Vodafone", tags=["refund"], score=1)
    reader = room.reader().press("stories").tap("Languages")
    assert [one for one in reader.labels if "•" in one] == ["• English"]
    assert "Italiano" in reader.tap("Italiano").screen.text
    assert [one for one in reader.tap("Languages").labels if "•" in one] == ["• Italiano"]
    reader.tap("Italiano").tap("Newest")
    assert reader.person.place == "stories:one:4:new:it:0:1"
    assert "#2" in reader.tap("Older").screen.text
    assert "Older" not in "".join(reader.labels)
    for feed in ("random", "week", "ever", "tag-refund", "by-customer"):
        assert "#3" in reader.press(f"stories:open:{feed}:pl").screen.text
    reader.press("stories:menu:it").tap("Search").tap("Languages").tap("Polski")
    assert "Polski" in reader.screen.text
    assert reader.type("vodafone").person.place == "stories:one:3:found:pl:0:1"
    assert "Next" not in "".join(reader.labels)
    assert reader.tap("Lists").screen.text.count("Polski") == 1


def test_at_random_never_shows_what_was_read(connection: Connection, reader: Reader) -> None:
    for number in range(1, 6):
        put(connection, number)
    reader.press("stories:open:random:o")
    seen = {reader.person.place}
    for _ in range(4):
        seen.add(reader.tap("Another").person.place)
    assert len(seen) == 5
    assert "read all" in reader.tap("Another").screen.text


def test_a_deep_link_opens_its_story(connection: Connection, reader: Reader) -> None:
    put(connection, 17)
    reader.type("/start story_17")
    assert "#17" in reader.screen.text
    assert reader.person.place == "stories:one:17:alone:o:0:1"
    reader.type("/start story_18")
    assert "no story with that number" in reader.screen.text
    assert reader.button("Newest")


@pytest.mark.parametrize(
    "argument", ["story_", "story_x", "story_1x", "Story_1", "opt_out", "story_١"]
)
def test_other_links_are_left_to_others(room: Room, reader: Reader, argument: str) -> None:
    assert room.reading.open_link(reader._visit("/start"), argument) is None


def test_a_story_is_shared_by_its_link(connection: Connection, reader: Reader) -> None:
    put(connection, 17)
    reader.press("stories:open:new:o")
    link = "https://t.me/galateo_bot?start=story_17"
    assert reader.button("Copy").copy == link
    shared = urlsplit(reader.button("Share").url or "")
    assert (shared.netloc, shared.path) == ("t.me", "/share/url")
    assert parse_qs(shared.query)["url"] == [link]


def test_the_picture_comes_with_the_screen_that_says_the_same(
    connection: Connection, reader: Reader
) -> None:
    put(connection, 17)
    text = reader.press("stories:open:new:o").screen.text
    reader.tap("Image")
    (file,) = reader.screen.files
    assert file.is_picture
    assert file.make().startswith(b"\x89PNG")
    assert reader.screen.text == text
    assert reader.reply.shows == f"stories:image:{SPOT}"
    assert reader.person.place == f"stories:one:{SPOT}"


FORGED = [
    "stories:x", "stories:menu", "stories:menu:x", "stories:one", "stories:one:18:new:o:0:1",
    "stories:one:17", f"stories:up:{SPOT}:", "stories:up:18:new:o:0:1", f"stories:feel:rage:{SPOT}",
    f"stories:report:spite:{SPOT}", f"stories:feel:{SPOT}", "stories:open:new", "stories:open:x:o",
    "stories:tags:o", "stories:tags:x:1", "stories:talk:17:new:o:0:1", f"stories:talk:x:{SPOT}",
    "stories:none:x:o", "stories:menu:de", "stories:tongues:o", "stories:tongues:one:o",
    "stories:tongues:menu:x", "stories:tags:de:1", "stories:search:x", "stories:open:new:de", f"stories:image:{SPOT}:1", f"stories:more:{SPOT[1:]}", "stories:up:19:new:o:0:1",
    "stories:feelings:19:new:o:0:1", "stories:keep:19:new:o:0:1", "stories:image:19:new:o:0:1",
]  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
def test_a_forged_press_is_told_and_changes_nothing(
    connection: Connection, reader: Reader, data: str
) -> None:
    put(connection, 17)
    put(connection, 19, state=StoryState.WITHDRAWN)
    reader.press("stories:open:new:o")
    before = reader.person.place
    reader.press(data)
    assert "does not fit" in reader.screen.text
    assert reader.person.place == before
    for table in (story_votes, story_feelings, story_reports):
        assert not connection.execute(select(table)).all()
    assert connection.scalar(select(stories.c.votes).where(stories.c.number == 17)) == 0


PIECES = ["stories", "menu", "tongues", "search", "it", "one", "up", "feel", "anger", "open", "tags", "talk", "image", "17", "new",
          "own-17.9", "own-17.0", "found", "o", "a", "0", "1", "99", "-5", "é", ""]  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=8))
def test_no_press_whatever_is_an_error(rewound: Rewound, pieces: list[str]) -> None:
    with rewound() as connection:
        put(connection, 17, tags=["own words"])
        reader = Room(connection).reader().press(":".join(["stories", *pieces]))
        assert reader.screen.text
        assert len(reader.person.place) <= 64
        assert reader.again().text


@given(typed=st.text(max_size=60))
def test_no_place_whatever_is_an_error(rewound: Rewound, typed: str) -> None:
    with rewound() as connection:
        room = Room(connection)
        reader = room.reader()
        assert room.reading.screen(reader._visit(), typed).rows
