"""Counts on their way to the database: gathered in memory, written every few seconds.

What was counted since is lost when the process is killed, and a unit of work that is undone and
repeated counts twice: statistics are not worth a row written with every press.
"""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from bot.chat.counts import LEFT
from bot.statistics import store
from bot.statistics.missed import Missed
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 5.0
LONGEST = 40
BY_DAY = frozenset({LEFT})


class Counters:
    """`clock` gives aware instants. `count` and `missed` are called in units of work."""

    def __init__(self, writer: Writer, clock: Callable[[], datetime]) -> None:
        self._writer, self._clock = writer, clock
        self._counts: Counter[tuple[date, str]] = Counter()
        self._missed = Missed()

    def count(self, name: str, by: int = 1) -> None:
        """A name that does not fit its column is not counted."""
        if len(name) <= LONGEST:
            self._counts[bucket(name, self._clock().date()), name] += by

    def missed(self, person: int, text: str, language: str) -> None:
        for name, by in self._missed.names(person, text, language, self._clock().date()):
            self.count(name, by)

    async def flush(self) -> int:
        """How many counts were written. One that cannot be written is kept for the next time."""
        taken, self._counts = self._counts, Counter()
        if not taken:
            return 0
        try:
            await self._writer.run(partial(store.add, counts=taken))
        except Exception:
            self._counts.update(taken)
            raise
        return len(taken)

    async def close(self) -> None:
        """Writes what there is, if it can."""
        try:
            await self.flush()
        except Exception as error:  # noqa: BLE001 - a stop is no place to wait for a disk
            log.warning("counts are lost: %s", type(error).__name__)


def bucket(name: str, today: date) -> date:
    """The day a count stands under: the first of the month for what tells of people's steps.

    On a quiet day it would tell what its only visitor was asked.
    """
    return today if name.partition(":")[0] in BY_DAY else today.replace(day=1)
