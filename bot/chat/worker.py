"""A worker: sends what waits in rows, when it is woken and every few seconds, until cancelled."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


class Worker:
    """`once` does what waits; it is called again after `seconds`, or as soon as `wake` is called.

    An error of `once` is logged by its kind, and it is tried again.
    """

    def __init__(self, name: str, once: Callable[[], Awaitable[object]], seconds: float) -> None:
        self._name, self._once, self._seconds = name, once, seconds
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """From any thread: a unit of work calls it for what it is about to commit."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self) -> None:
        """Until cancelled."""
        self._loop = asyncio.get_running_loop()
        while True:
            self._woken.clear()
            try:
                await self._once()
            except Exception as error:  # noqa: BLE001 - tried again in a moment
                log.warning("%s: %s", self._name, type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), self._seconds)
