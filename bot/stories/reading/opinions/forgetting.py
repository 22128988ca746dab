"""What somebody thought of stories, erased with them: who voted can be computed from the numbers."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection

from bot.stories.keys import Keys
from bot.stories.reading.opinions import store
from bot.stories.reading.opinions.votes import Votes
from bot.stories.reading.shelf import Shelf

AT_ONCE = 500


def forget(connection: Connection, keys: Keys, votes: Votes, shelf: Shelf, chat_id: int) -> None:
    """Rows go, counts are corrected.

    Votes under posts of the channel may be on no shelf, so that all its stories are gone through.
    """
    for numbers in _chunks(shelf.voted):
        _take_back(connection, keys, votes, chat_id, numbers)
    for numbers in _posted(connection):
        _take_back(connection, keys, votes, chat_id, numbers)
    for number in shelf.felt:
        voter = keys.voter("feeling", number, chat_id)
        before = store.feeling_of(connection, voter)
        if before:
            store.set_feeling(connection, number, voter, before, "")
    reporters = (keys.voter("report", number, chat_id) for number in shelf.reported)
    store.remove_reports(connection, reporters)


def _take_back(
    connection: Connection, keys: Keys, votes: Votes, chat_id: int, numbers: list[int]
) -> None:
    voters = {keys.voter("vote", number, chat_id): number for number in numbers}
    for voter, value in store.those_that_voted(connection, list(voters)).items():
        votes.take_back(connection, voters[voter], voter, value)


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while chunk := list(islice(rest, AT_ONCE)):
        yield chunk


def _posted(connection: Connection) -> Iterator[list[int]]:
    last = 0
    while chunk := store.posted_after(connection, last, AT_ONCE):
        yield chunk
        last = chunk[-1]
