"""A story at random that the reader has not read."""

from collections.abc import Sequence
from random import Random

from sqlalchemy import Connection

from bot.stories.reading.lists.feeds import TOP, newest_walks
from bot.stories.reading.lists.store import newest_number, walk
from bot.stories.reading.marks import Marks

FEW, MANY = 16, 256
MOST_STEPS = 30


def unread(
    connection: Connection, languages: Sequence[str], read: Marks, random: Random
) -> int | None:
    """The first unread one from a random number downwards, and around; None where none is left.

    What was read by thousands one after the other may hide the few that are left.
    """
    newest = newest_number(connection)
    if not newest:
        return None
    begin, most, steps = random.randint(1, newest), FEW, 0
    for start, end in ((begin + 1, 0), (TOP, begin)):
        at = start
        while steps < MOST_STEPS:
            found = _below(connection, languages, at, most)
            left = [number for number in found if number > end and number not in read]
            if left:
                return left[0]
            if len(found) < most or found[-1] <= end:
                break
            at, most, steps = found[-1], min(MANY, 2 * most), steps + 1
    return None


def _below(connection: Connection, languages: Sequence[str], number: int, most: int) -> list[int]:
    found = {
        one
        for name, of in newest_walks(languages)
        for _, one in walk(connection, name, of, (0, number), older=True, most=most)
    }
    return sorted(found, reverse=True)[:most]
