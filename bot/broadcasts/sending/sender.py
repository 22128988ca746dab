"""The worker that sends broadcasts: it begins, goes on, sleeps with people, and ends by itself."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection
from telegram.ext import ExtBot

from bot.broadcasts.sending import store
from bot.broadcasts.sending.calls import Calls, Turns
from bot.broadcasts.sending.contents import Footer
from bot.broadcasts.sending.flights import Flights
from bot.broadcasts.sending.landing import Landing, Notify
from bot.broadcasts.sending.mailing import Mailing
from bot.broadcasts.sending.orders import Order
from bot.broadcasts.sending.queue import store as queue
from bot.broadcasts.sending.queue.departures import Departures
from bot.broadcasts.sending.queue.ledger import Ledger
from bot.broadcasts.sending.queue.waking import Waking
from bot.broadcasts.sending.rests import Rests
from bot.broadcasts.sending.spacing import FULL, Spacing
from bot.broadcasts.store import Holders
from bot.storage.writer import Probe, Writer, no_probe

log = logging.getLogger(__name__)
SLICE = 2_000
BUSY_SECONDS, IDLE_SECONDS = 0.5, 1.0
MOMENT = 0.05


class Sender:
    """`notify` tells admins, in the transaction of what it tells of; `rate` is what the gate lets
    go in a second. `clock` gives aware instants.

    Another process, or a unit of work, changes a broadcast's row: that counts within a second, at
    once after `wake`.
    """

    def __init__(
        self,
        bot: ExtBot[Any],
        turns: Turns,
        writer: Writer,
        *,
        footer: Footer,
        notify: Notify,
        holders: Holders,
        clock: Callable[[], datetime],
        probe: Probe = no_probe,
        rate: float = 30.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._writer, self._clock, self._holders = writer, clock, holders
        self._rests = rests = Rests(monotonic)
        self._mailing = Mailing(
            Calls(bot, turns),
            footer,
            Departures(writer, rate),
            Landing(writer, Ledger(writer, probe), rests, notify, clock),
            rests,
            Flights(rate, self._moved),
            partial(Spacing, rate, monotonic),
            clock,
            probe,
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._work: asyncio.Task[None] | None = None
        self._closing = self._cut = False
        self._served = 0
        self._waking = Waking(writer)
        self._paces: dict[int, int] = {}

    def wake(self) -> None:
        """From any thread: something was begun, paused, changed."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self) -> None:
        """Until cancelled; what was on its way when a process was killed is unknown from here on.

        `close` is to follow.
        """
        self._loop = asyncio.get_running_loop()
        if self._work is None:
            self._work = asyncio.create_task(self._keep_on())
        await asyncio.shield(self._work)

    async def close(self) -> None:
        """Nothing new goes; what is being sent ends, and all of it is noted."""
        self._closing = True
        self._woken.set()
        if self._work is not None:
            await self._work
        await self._mailing.close()

    def _moved(self) -> None:
        if self._mailing.room(max(self._paces.values(), default=FULL)):
            self._woken.set()

    async def _keep_on(self) -> None:
        while not self._closing:
            self._woken.clear()
            try:
                pause = await self._round()
            except Exception as error:  # noqa: BLE001 - tried again in a moment
                log.warning("broadcasts: %s", type(error).__name__)
                pause = BUSY_SECONDS
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), pause)

    async def _round(self) -> float:
        """Seconds until the next one, if nothing happens before."""
        now = self._clock()
        if not self._cut:
            await self._writer.run(partial(self._resume, now=now))
            self._cut = True
        orders = await self._writer.run(partial(store.running, now=now))
        self._heed(orders)
        if self._mailing.rest:
            return min(self._mailing.rest, BUSY_SECONDS)
        worked = [await self._serve(order, now) for order in self._in_turn(orders)]
        return 0.0 if any(worked) else await self._pause(orders, now)

    def _resume(self, connection: Connection, now: datetime) -> None:
        """What another process left: messages on their way, and a silence that Telegram wants."""
        queue.cut(connection)
        until = queue.silent_until(connection)
        if until is not None:
            self._rests.hold((until - now).total_seconds())

    def _heed(self, orders: Iterable[Order]) -> None:
        """What was paused, stopped or given another pace counts for those that wait already."""
        paces = {order.broadcast: order.pace for order in orders}
        for broadcast, pace in self._paces.items():
            if paces.get(broadcast) != pace:
                self._mailing.break_off(broadcast)
                self._waking.forget(broadcast)
        self._paces = paces

    def _in_turn(self, orders: Iterable[Order]) -> list[Order]:
        """The one after that which was served last comes first: none waits for another's end."""
        return sorted(orders, key=lambda order: (order.broadcast <= self._served, order.broadcast))

    async def _serve(self, order: Order, now: datetime) -> bool:
        """Whether there may be more to do at once."""
        if not order.written:
            write = partial(store.write_some, order=order, now=now, holders=self._holders)
            await self._writer.run(partial(write, most=SLICE))
            return True
        room = self._mailing.room(order.pace)
        if not room:
            return False
        awake = await self._waking.awake(order, now)
        if not awake:
            await self._finish(order, now)
            return False
        take = partial(queue.take, order=order, awake=awake, most=room)
        taken = await self._writer.run(take)
        self._waking.exhausted(order.broadcast, taken.exhausted)
        self._mailing.send(order, taken)
        self._served = order.broadcast
        return bool(taken.recipients) or len(taken.exhausted) < len(awake)

    async def _finish(self, order: Order, now: datetime) -> None:
        if self._waking.known(order.broadcast) or self._mailing.of(order.broadcast):
            return
        await self._mailing.settled()
        await self._writer.run(partial(store.finish, broadcast=order.broadcast, now=now))

    async def _pause(self, orders: Iterable[Order], now: datetime) -> float:
        """Until somebody wakes or something is due; not long, for clocks of machines are set."""
        if self._mailing.is_busy:
            return BUSY_SECONDS
        due = await self._writer.run(store.next_due)
        instants = [] if due is None else [due.replace(tzinfo=UTC)]
        instants += self._waking.instants((order.broadcast for order in orders), now)
        seconds = (max(MOMENT, (instant - now).total_seconds()) for instant in instants)
        return min(IDLE_SECONDS, min(seconds, default=IDLE_SECONDS))
