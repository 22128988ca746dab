"""Waking whoever waits for something to happen."""

import asyncio


class Signal:
    """Every `notify` wakes all who wait at that moment. Used within one event loop."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def next(self) -> asyncio.Future[None]:
        """Done at the next notice."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        return waiter

    async def wait(self, seconds: float) -> bool:
        """False when `seconds` went by without a notice."""
        waiter = self.next()
        try:
            done, _ = await asyncio.wait([waiter], timeout=seconds)
        finally:
            self._waiters.discard(waiter)
        return bool(done)
