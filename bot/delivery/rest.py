"""Waiting that ends when the bot stops."""

import asyncio
import contextlib
import time
from collections.abc import Callable


class Rest:
    """`now` is the clock of all who wait, in seconds; it must go as fast as the event loop's."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self._stopping = asyncio.Event()

    def begin(self) -> None:
        self._stopping.clear()

    def stop(self) -> None:
        self._stopping.set()

    async def is_broken_off(self, seconds: float) -> bool:
        """Waits; True as soon as the bot stops or if it is stopping already."""
        if seconds and not self._stopping.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._stopping.wait()
        return self._stopping.is_set()
