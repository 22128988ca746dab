"""How long readers wait, beside each other in a small and in a large database."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from bot.stories.model import SECTORS, TAGS, TELLERS
from tests.stories.reading.archive import filled, vocabulary
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
        return lambda: reader.press(data).screen.markup()

    return make


def open_(feed: str, scope: str = "o") -> Operation:
    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader, code = stand.turn(), _chosen(feed, random)
        return lambda: reader.press(f"stories:open:{code}:{scope}").screen.markup()

    return make


def press(name: str) -> Operation:
    """On a story that is open in both."""

    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader = stand.turn()
        number = random.randint(stand.count - 900, stand.count)
        data = f"stories:{name}:{number}:new:o:0:1"
        return lambda: reader.press(data).screen.markup()

    return make


def under_post(stand: Stand, random: Random) -> Callable[[], object]:
    number, voter = random.randint(stand.count - 900, stand.count), random.randint(1, 10**9)
    stand.turn()
    return lambda: stand.room.vote(f"vote:{number}:up", voter)


def search(first: int, last: int, words: int, scope: str = "o") -> Operation:
    """For words whose rank in frequency lies between the two."""

    def make(stand: Stand, random: Random) -> Callable[[], object]:
        reader = stand.turn()
        typed = " ".join(random.sample(vocabulary()[0][first:last], words))
        return lambda: reader.type(f"/stories {typed}").screen.markup()

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
    "search: three words": search(0, 1_000, 3, "o"),
    "search: a rare word": search(1_000, 8_000, 1),
    "search: two rare words": search(500, 8_000, 2),
}


@dataclass(frozen=True)
class Pace:
    """Milliseconds that 95 of 100 calls do not exceed; and of half of them."""

    small: float
    large: float
    middle_small: float
    middle_large: float

    @property
    def ratio(self) -> float:
        return self.large / self.small


@contextmanager
def stands(folder: Path, small: int, large: int) -> Iterator[tuple[Stand, Stand]]:
    with ExitStack() as stack:
        made = []
        for count in (small, large):
            connection = stack.enter_context(filled(folder / f"{count}.db", count).connect())
            made.append(Stand(connection, count))
        yield made[0], made[1]


def measured(two: tuple[Stand, Stand], rounds: int, warm: int = 10) -> dict[str, Pace]:
    """Every operation in turn, in one database and then the other, who is first changes."""
    times: dict[tuple[str, int], list[float]] = {
        (name, which): [] for name in OPERATIONS for which in (0, 1)
    }
    gc.collect()
    gc.freeze()
    for turn in range(-warm, rounds):
        for place, (name, operation) in enumerate(OPERATIONS.items()):
            for which in (0, 1) if (turn + place) % 2 else (1, 0):
                call = operation(two[which], Random(f"{turn} {name}"))
                began = time.perf_counter()
                call()
                if turn >= 0:
                    times[name, which].append(1000 * (time.perf_counter() - began))
    gc.unfreeze()
    return {name: _pace(times[name, 0], times[name, 1]) for name in OPERATIONS}


def _pace(small: list[float], large: list[float]) -> Pace:
    return Pace(_part(small, 0.95), _part(large, 0.95), _part(small, 0.5), _part(large, 0.5))


def _part(times: list[float], part: float) -> float:
    return sorted(times)[int(part * (len(times) - 1))]


def _chosen(feed: str, random: Random) -> str:
    choices = {"tag": TAGS, "in": SECTORS, "by": TELLERS}
    return f"{feed}-{random.choice(choices[feed])}" if feed in choices else feed


def table(paces: Mapping[str, Pace]) -> str:
    return "\n".join(
        f"{name:32} p95 {pace.small:6.2f} → {pace.large:6.2f} ms, ratio {pace.ratio:4.2f} "
        f"(median {pace.middle_small:.2f} → {pace.middle_large:.2f})"
        for name, pace in paces.items()
    )
