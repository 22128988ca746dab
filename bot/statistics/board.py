"""The numbers as they were a moment ago: counted in a thread, beside the writer.

Of a million people that takes seconds, in which nobody is to wait for an answer.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.chat.worker import Worker
from bot.statistics.counters import Counters
from bot.statistics.model import Numbers
from bot.statistics.numbers import numbers
from bot.storage.reading import reading

EVERY_SECONDS = 600.0


@dataclass(frozen=True)
class Look:
    """`at` is aware, in UTC."""

    at: datetime
    numbers: Numbers


class Board:
    """Looks every ten minutes, and whenever somebody looks at it: for the next one who does."""

    def __init__(self, url: str, counters: Counters, clock: Callable[[], datetime]) -> None:
        self._url, self._counters, self._clock = url, counters, clock
        self._worker = Worker("numbers", self.look, EVERY_SECONDS)
        self._latest: Look | None = None

    @property
    def run(self) -> Callable[[], Coroutine[Any, Any, None]]:
        """To be run as long as the bot runs."""
        return self._worker.run

    def latest(self) -> Look | None:
        """None until the first look is done, soon after the start."""
        self._worker.wake()
        return self._latest

    async def look(self) -> None:
        await self._counters.flush()
        now = self._clock()
        self._latest = Look(now, await asyncio.to_thread(self._read, now))

    def _read(self, now: datetime) -> Numbers:
        with reading(self._url) as connection:
            return numbers(connection, now.date())
