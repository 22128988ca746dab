"""One recipient after the other: their turn, then the message."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from bot.broadcasts.quiet import is_quiet
from bot.broadcasts.sending.calls import Calls
from bot.broadcasts.sending.contents import Content, Footer, content_for
from bot.broadcasts.sending.flights import Flights
from bot.broadcasts.sending.landing import Landing
from bot.broadcasts.sending.orders import Order, Recipient, Taken
from bot.broadcasts.sending.queue.departures import Departures
from bot.broadcasts.sending.rests import Rests
from bot.broadcasts.sending.spacing import Spacing
from bot.broadcasts.states import RecipientState
from bot.storage.writer import Probe

log = logging.getLogger(__name__)


class Mailing:
    """Whatever happens to a message that was taken, its row is told."""

    def __init__(
        self,
        calls: Calls,
        footer: Footer,
        departures: Departures,
        landing: Landing,
        rests: Rests,
        flights: Flights,
        spacing: Callable[[], Spacing],
        clock: Callable[[], datetime],
        probe: Probe,
    ) -> None:
        self._calls, self._footer = calls, footer
        self._departures, self._landing = departures, landing
        self._rests, self._flights = rests, flights
        self._new_spacing, self._spacings = spacing, dict[int, Spacing]()
        self._clock, self._probe = clock, probe

    @property
    def rest(self) -> float:
        """Seconds for which nothing is to be taken."""
        return self._rests.left

    @property
    def is_busy(self) -> bool:
        """Whether it goes on soon without being told."""
        return bool(len(self._flights) or self._rests.left)

    def room(self, pace: int) -> int:
        """How many may be taken; after a failure of the network one shows whether it works."""
        if self._rests.careful:
            return int(not len(self._flights))
        return self._flights.room(pace)

    def of(self, broadcast: int) -> int:
        return self._flights.of(broadcast)

    def send(self, order: Order, taken: Taken) -> None:
        for to in taken.recipients:
            content = content_for(taken.contents, to.language)
            if content is None:
                self._landing.put(order.broadcast, to, RecipientState.SKIPPED, "language")
                continue
            self._flights.launch(
                order.broadcast,
                partial(self._turn, order, to, content.cost),
                partial(self._send, order.broadcast, to, content),
                partial(self._landing.put, order.broadcast, to, RecipientState.PENDING),
            )

    def break_off(self, broadcast: int | None = None) -> None:
        """Those that wait for their turn, of one broadcast or of all, are pending again."""
        self._flights.break_off(broadcast)
        for number in list(self._spacings):
            if broadcast in {None, number}:
                del self._spacings[number]

    async def settled(self) -> None:
        await self._landing.settled()

    async def close(self) -> None:
        self.break_off()
        await self._flights.landed()
        await self._landing.settled()

    async def _turn(self, order: Order, to: Recipient, cost: int) -> bool:
        """Whether it may go: it may have got night, or Telegram wants silence since it was taken."""
        spacing = self._spacings.setdefault(order.broadcast, self._new_spacing())
        if wait := spacing.seconds(cost, order.pace):
            await asyncio.sleep(wait)
        if self._rests.left:
            return False
        try:
            async with self._departures.noted(order.broadcast, to.chat_id):
                await self._calls.turn(to.chat_id, cost)
        except (TelegramError, SQLAlchemyError) as error:  # the gate is closed, or the disk is full
            log.info("a message of broadcast %d waits: %s", order.broadcast, type(error).__name__)
            self._rests.offline()
            return False
        return order.override or not is_quiet(to.clock, self._clock())

    async def _send(self, broadcast: int, to: Recipient, content: Content) -> None:
        self._probe("broadcast_before_send")
        try:
            footer = self._footer(broadcast, to.language, content.buttons)
            result = await self._calls.deliver(to.chat_id, content, footer)
        except asyncio.CancelledError:
            self._landing.put(broadcast, to, RecipientState.UNKNOWN, "cut")
            raise
        except Exception as error:  # noqa: BLE001 - it must not be left on its way for ever
            log.error("a message of broadcast %d: %s", broadcast, type(error).__name__)  # noqa: TRY400
            self._landing.put(broadcast, to, RecipientState.UNKNOWN, type(error).__name__)
            return
        self._probe("broadcast_after_send")
        if not self._landing.note(broadcast, to, result):
            self.break_off(None if self._rests.left else broadcast)
