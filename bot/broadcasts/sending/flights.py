"""Messages on their way: waiting for their turn, then being sent."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from functools import partial

log = logging.getLogger(__name__)
WAITING_SECONDS, LEAST_WAITING = 0.5, 4
MOST = 192  # of 256 connections: the others are for people's replies
LANDING_SECONDS = 10.0


class Flights:
    """As many wait as go in half a second, so that taking the next ones is in time.

    `moved` is called whenever one has got its turn or has landed.
    """

    def __init__(self, rate: float, moved: Callable[[], None]) -> None:
        self._rate, self._moved = rate, moved
        self._waiting: dict[asyncio.Task[None], int] = {}
        self._calling: dict[asyncio.Task[None], int] = {}

    def room(self, pace: int) -> int:
        """How many more may wait; 0 until it is worth a transaction."""
        most = max(LEAST_WAITING, math.ceil(self._rate * WAITING_SECONDS * pace / 100))
        if len(self._waiting) > most // 2:
            return 0
        free = min(most - len(self._waiting), MOST - len(self))
        return free if free >= LEAST_WAITING // 2 else 0

    def __len__(self) -> int:
        return len(self._waiting) + len(self._calling)

    def of(self, broadcast: int) -> int:
        """How many of that broadcast are on their way."""
        return [*self._waiting.values(), *self._calling.values()].count(broadcast)

    def launch(
        self,
        broadcast: int,
        turn: Callable[[], Awaitable[bool]],
        send: Callable[[], Awaitable[None]],
        back: Callable[[], None],
    ) -> None:
        """`turn` waits, and says whether it may go; `send` is not broken off, `back` is called
        instead of it.
        """
        task = asyncio.create_task(self._fly(turn, send))
        self._waiting[task] = broadcast
        task.add_done_callback(partial(self._landed, back))

    def break_off(self, broadcast: int | None = None) -> None:
        """Those that wait (for one broadcast, or all) do not go."""
        for task, of in list(self._waiting.items()):
            if broadcast in {None, of}:
                task.cancel()

    async def landed(self) -> None:
        """Returns when none is on its way; calls that hang are given up."""
        tasks = [*self._waiting, *self._calling]
        if tasks:
            _, hanging = await asyncio.wait(tasks, timeout=LANDING_SECONDS)
            for task in hanging:
                task.cancel()
            await asyncio.gather(*hanging, return_exceptions=True)

    async def _fly(
        self, turn: Callable[[], Awaitable[bool]], send: Callable[[], Awaitable[None]]
    ) -> None:
        if not await turn():
            return
        task = asyncio.current_task()
        assert task is not None
        self._calling[task] = self._waiting.pop(task)
        self._moved()
        await send()

    def _landed(self, back: Callable[[], None], task: asyncio.Task[None]) -> None:
        """One that was broken off may never have run at all."""
        if self._waiting.pop(task, None) is not None:
            back()
        self._calling.pop(task, None)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("a message of a broadcast: %s", type(error).__name__)
        self._moved()
