"""Work that is not broken off half-way: it goes on when who waits for it is cancelled."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Whole:
    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.shield(task)

    async def close(self) -> None:
        """Waits for what is at work."""
        while self._tasks:
            await asyncio.wait(self._tasks)
