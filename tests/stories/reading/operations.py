"""What readers do, made ready to be timed."""

from collections.abc import Callable, Mapping
from random import Random

from sqlalchemy import Connection

from bot.stories.model import SECTORS, TAGS, TELLERS
from tests.stories.reading.archive import vocabulary
from tests.stories.reading.reader import Reader, Room

READS_A_READER = 20
Operation = Callable[["Stand", Random], Callable[[], object]]
"""Makes ready, and answers what is timed."""


class Stand:
    """A database of `count` stories; every few operations another reader comes."""

    def __init__(self, connection: Connection, count: int) -> None:
        self.connection, self.count = connection, count
        self.room = Room(connection, Random(3))
        self._served = 0
        self.reader = self._next()

    def _next(self) -> Reader:
        return self.room.reader(1_000 + self._served)

    def turn(self) -> Reader:
        self._served += 1
        if self._served % READS_A_READER == 0:
            self.connection.commit()
            self.reader = self._next()
        return self.reader


def step(feed: str, scope: str = "o") -> Operation:
    """One step further down a list, from somewhere in it."""

    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader = stand.turn()
        code = _chosen(feed, random)
        number = random.randint(stand.count // 2, stand.count)
        key = random.randint(1, 12) if feed in {"week", "month", "ever"} else 0
        data = f"stories:one:{number}:{code}:{scope}:{key}:1"
        return lambda: reader.press(data).markup

    return make


def open_(feed: str, scope: str = "o") -> Operation:
    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader, code = stand.turn(), _chosen(feed, random)
        return lambda: reader.press(f"stories:open:{code}:{scope}").markup

    return make


def press(name: str) -> Operation:
    """On a story that is open in both."""

    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader = stand.turn()
        number = random.randint(stand.count - 900, stand.count)
        data = f"stories:{name}:{number}:new:o:0:1"
        return lambda: reader.press(data).markup

    return make


def under_post(stand: Stand, random: Random) -> Callable[[], object]:
    number, voter = random.randint(stand.count - 900, stand.count), random.randint(1, 10**9)
    stand.turn()
    return lambda: stand.room.vote(f"vote:{number}:up", voter)


def search(first: int, last: int, words: int) -> Operation:
    """For words whose rank in frequency lies between the two."""

    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader = stand.turn()
        typed = " ".join(random.sample(vocabulary()[0][first:last], words))
        return lambda: reader.type(f"/stories {typed}").markup

    return make


OPERATIONS: Mapping[str, Operation] = {
    "newest, a step": step("new"),
    "newest in all languages": step("new", "a"),
    "best of the week": step("week"),
    "best of the month": step("month"),
    "best of the month, all": step("month", "a"),
    "best ever": step("ever"),
    "best ever, all": step("ever", "a"),
    "by tag": step("tag"),
    "by tag, all": step("tag", "a"),
    "by sector": step("in"),
    "by sector, all": step("in", "a"),
    "by who tells": step("by"),
    "opening the newest": open_("new"),
    "opening the best of the month": open_("month"),
    "opening the best ever": open_("ever"),
    "opening a tag": open_("tag"),
    "at random": open_("random"),
    "at random, all": open_("random", "a"),
    "a vote": press("up"),
    "a vote under a post": under_post,
    "a favourite": press("keep"),
    "a feeling": press("feel:anger"),
    "comments": press("talk:0"),
    "search: a common word": search(0, 40, 1),
    "search: two common words": search(0, 100, 2),
    "search: three words": search(0, 1_000, 3),
    "search: a rare word": search(1_000, 5_000, 1),
    "search: two rare words": search(500, 5_000, 2),
}


def _chosen(feed: str, random: Random) -> str:
    choices = {"tag": TAGS, "in": SECTORS, "by": TELLERS}
    return f"{feed}-{random.choice(choices[feed])}" if feed in choices else feed
