"""Messages that go in a moment: their rows say so first, and a crash leaves no others in doubt."""

import asyncio
import contextlib
import math
from collections.abc import AsyncIterator
from functools import partial

from bot.broadcasts.sending.queue import store
from bot.storage.writer import Writer

AHEAD_SECONDS, LEAST_AHEAD = 0.1, 4
GATHER_SECONDS = 0.01


class Departures:
    """`rate` is messages a second: as many as go in a tenth of one are noted before their turn, so
    that none waits for a commit when it has come. Those of a hundredth are one unit of work.
    """

    def __init__(self, writer: Writer, rate: float) -> None:
        self._writer = writer
        self._ahead = asyncio.Semaphore(most_ahead(rate))
        self._gathered: list[tuple[int, int]] = []
        self._noting: asyncio.Task[None] | None = None

    @contextlib.asynccontextmanager
    async def noted(self, broadcast: int, chat: int) -> AsyncIterator[None]:
        """Its turn is awaited within; raises what the writer raises."""
        async with self._ahead:
            self._gathered.append((broadcast, chat))
            if self._noting is None:
                self._noting = asyncio.create_task(self._note())
            await asyncio.shield(self._noting)
            yield

    async def _note(self) -> None:
        await asyncio.sleep(GATHER_SECONDS)
        going, self._gathered, self._noting = self._gathered, [], None
        await self._writer.run(partial(store.depart, going=going))


def most_ahead(rate: float) -> int:
    return max(LEAST_AHEAD, math.ceil(rate * AHEAD_SECONDS))
