"""Which clocks have people waiting, and at which of them it is day."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import partial

from bot.broadcasts.quiet import is_quiet, wakes
from bot.broadcasts.sending.orders import Order
from bot.broadcasts.sending.queue import store
from bot.storage.writer import Writer

LEAD = timedelta(seconds=10)
"""So long before the night nobody is taken any more: a message is on its way for a while."""


class Waking:
    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._known: dict[int, tuple[str, ...]] = {}

    def known(self, broadcast: int) -> tuple[str, ...]:
        return self._known.get(broadcast, ())

    def forget(self, broadcast: int) -> None:
        self._known.pop(broadcast, None)

    def exhausted(self, broadcast: int, clocks: Collection[str]) -> None:
        """Nobody waits at these, until it is looked again."""
        self._known[broadcast] = tuple(c for c in self.known(broadcast) if c not in clocks)

    async def awake(self, order: Order, now: datetime) -> list[str]:
        """Clocks at which people may be written to; looked up when none is known."""
        found = self._awake(order, now)
        if not found:
            look = partial(store.clocks, broadcast=order.broadcast)
            self._known[order.broadcast] = await self._writer.run(look)
            found = self._awake(order, now)
        return found

    def instants(self, broadcasts: Iterable[int], now: datetime) -> list[datetime]:
        """When it gets day for those who wait."""
        clocks = {text for broadcast in broadcasts for text in self.known(broadcast)}
        return [wakes(text, now if is_quiet(text, now) else now + LEAD) for text in clocks]

    def _awake(self, order: Order, now: datetime) -> list[str]:
        return [
            text
            for text in self.known(order.broadcast)
            if order.override or not (is_quiet(text, now) or is_quiet(text, now + LEAD))
        ]
