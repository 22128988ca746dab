"""Search: typed words in any language, those with most of them first, then the newest."""

import pytest
from sqlalchemy import Connection

from bot.stories.reading.search.search import LONGEST_SEARCH, MOST_CANDIDATES, find
from tests.stories.reading.library import put
from tests.stories.reading.reader import Reader, Room


@pytest.fixture(autouse=True)
def stories(connection: Connection) -> None:
    put(connection, 1, text="A refund for the parcel that never came", company="Vodafone")
    put(connection, 2, text="The parcel was opened and they laughed")
    put(connection, 3, language="it", text="Rimborsi promessi e bolletta sbagliata")
    put(connection, 4, language="pl", text="Faktura za internet, którego nie było")
    put(connection, 5, text="Parcels, parcels and no refund at all")


def test_more_words_come_before_newer_ones(connection: Connection) -> None:
    assert find(connection, "refund parcel vodafone") == [1]
    assert find(connection, "parcel laughed") == [2]
    assert find(connection, "parcels refunds") == [5, 1]
    assert find(connection, "parcel") == [5, 2, 1]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("rimborso", 3), ("BOLLETTE", 3), ("faktury", 4), ("Internetu", 4), ("vodafone?", 1)],
)
def test_words_are_found_in_any_language_and_form(
    connection: Connection, typed: str, number: int
) -> None:
    assert find(connection, typed) == [number]


def test_a_word_that_no_story_has_does_not_spoil_the_others(connection: Connection) -> None:
    assert find(connection, "laughed zyzzyva") == [2]
    assert find(connection, "zyzzyva") == []


@pytest.mark.parametrize("typed", ["", "  ", "!?", "the", "%", "'; --", "x" * 5_000, "\x00", "😀"])
def test_what_says_nothing_finds_nothing(connection: Connection, typed: str) -> None:
    assert find(connection, typed) == []


def test_a_common_word_gives_the_newest_ones_alone(connection: Connection) -> None:
    for number in range(10, 10 + MOST_CANDIDATES + 20):
        put(connection, number, text="queue")
    found = find(connection, "queue")
    assert len(found) == MOST_CANDIDATES
    assert found[0] == 10 + MOST_CANDIDATES + 19


def test_search_is_typed_where_it_is_asked_for(room: Room, reader: Reader) -> None:
    reader.press("stories").tap("Search")
    assert "few words" in reader.screen.text
    reader.type("parcel refund")
    assert "#5" in reader.screen.text
    reader.tap("Next")
    assert "#1" in reader.screen.text
    assert reader.again().text == reader.screen.text
    reader.type("laughed")
    assert "#2" in reader.screen.text
    assert room.reading.export(room.connection, 7)["last_search"] == "laughed"
    assert "laughed" not in reader.person.place


def test_words_behind_the_command_are_a_search(reader: Reader) -> None:
    reader.type("/stories laughed parcel")
    assert "#2" in reader.screen.text


def test_what_is_typed_elsewhere_is_no_search(room: Room, reader: Reader) -> None:
    reader.press("stories").press("stories:open:new:o")
    assert room.reading.typed(reader._visit("parcel")) is None


def test_other_languages_are_a_press_away(reader: Reader) -> None:
    reader.type("/stories rimborso")
    assert "No story here has those words" in reader.screen.text
    assert "rimborso" in reader.screen.text
    reader.tap("all languages")
    assert "#3" in reader.screen.text
    assert "Italiano" in reader.screen.text


def test_typed_markup_is_shown_as_text(reader: Reader) -> None:
    reader.type("/stories <b>zyzzyva</b> t.me/spam " + "x" * LONGEST_SEARCH)
    assert "&lt;b&gt;zyzzyva" in reader.screen.text
    assert len(reader.screen.text) < 1_000
