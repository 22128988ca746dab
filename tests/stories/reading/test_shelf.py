"""The shelf: sealed, padded, lost when it cannot be opened, handed out in plain."""

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.chat.people.store import meet
from bot.storage.story_tables import shelves
from bot.storage.vault import Vault
from bot.stories.reading.marks import Marks
from bot.stories.reading.shelf import MOST_KEPT, Shelf, Shelves, padded
from tests.stories.reading.library import TODAY
from tests.stories.reading.reader import VAULT

SHELF = Shelf((9, 3), Marks.of([3, 9]), Marks.of([9]), Marks.of([3]), Marks.of([4]), "il modem")


def test_a_shelf_comes_back_as_it_was(connection: Connection) -> None:
    meet(connection, 7, "en", TODAY)
    shelves_ = Shelves(VAULT)
    assert shelves_.load(connection, 7) == Shelf()
    for shelf in (SHELF, SHELF.keeping(5)):
        shelves_.save(connection, 7, shelf)
        assert shelves_.load(connection, 7) == shelf
    shelves_.remove(connection, 7)
    assert shelves_.load(connection, 7) == Shelf()


def test_a_shelf_that_cannot_be_opened_is_empty(connection: Connection) -> None:
    meet(connection, 7, "en", TODAY)
    Shelves(VAULT).save(connection, 7, SHELF)
    other = Vault("another secret of thirty-two characters")
    assert Shelves(other).load(connection, 7) == Shelf()


def test_nothing_on_it_stands_in_the_database_and_its_size_tells_little(
    connection: Connection,
) -> None:
    sizes = set()
    for chat_id, read in enumerate((0, 1, 30, 60, 100), start=1):
        meet(connection, chat_id, "en", TODAY)
        shelf = Shelf(tuple(range(read // 10)), Marks.of(range(1, read)), sought="il modem")
        Shelves(VAULT).save(connection, chat_id, shelf)
        sealed = connection.scalar(select(shelves.c.sealed).where(shelves.c.chat_id == chat_id))
        assert sealed is not None
        assert b"modem" not in sealed
        sizes.add(len(sealed))
    assert len(sizes) == 1


@given(st.text(max_size=5_000))
def test_padding_ends_in_a_power_of_two(text: str) -> None:
    length = len(padded(text))
    assert length & (length - 1) == 0
    assert padded(text).rstrip(" ") == text.rstrip(" ")


def test_the_oldest_favourites_go_when_there_are_too_many() -> None:
    shelf = Shelf()
    for number in range(1, MOST_KEPT + 3):
        shelf = shelf.keeping(number)
    assert len(shelf.kept) == MOST_KEPT
    assert shelf.kept[0] == MOST_KEPT + 2
    assert 1 not in shelf.kept


def test_the_export_says_what_is_on_it(connection: Connection) -> None:
    meet(connection, 7, "en", TODAY)
    Shelves(VAULT).save(connection, 7, SHELF)
    assert Shelves(VAULT).export(connection, 7) == {
        "favourites": [9, 3],
        "last_search": "il modem",
        "read": [3, 9],
        "voted": [9],
        "felt": [3],
        "reported": [4],
    }
