"""The intake: a queue for each person, different people at once, one person in order."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection
from telegram import Update
from telegram.ext import Application

from bot.chat import store
from bot.chat.shape import MalformedError, check_shape
from bot.chat.ticket import TICKET, Key, Raw, Ticket, id_of, key_of
from bot.chat.unit import UnitOfWork
from bot.storage.vault import Vault
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
RUNNING = 64
BACKLOG = 2
WAITING_AT_MOST = 20_000
CLOSING_SECONDS = 20.0


class Intake:
    """`accept` takes raw updates; beyond a small backlog of one person they wait in the database.

    So a flood of one chat is acknowledged quickly, and what others sent behind it can be fetched.
    """

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        unit: UnitOfWork,
        writer: Writer,
        vault: Vault,
        *,
        running: int = RUNNING,
        backlog: int = BACKLOG,
    ) -> None:
        self._application, self._unit = application, unit
        self._writer, self._vault, self._backlog = writer, vault, backlog
        self._slots = asyncio.Semaphore(running)
        self._queues: dict[Key, deque[Ticket]] = {}
        self._tickets: dict[int, Ticket] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    @property
    def waiting(self) -> int:
        return len(self._tickets)

    @property
    def is_full(self) -> bool:
        return self._closing or len(self._tickets) >= WAITING_AT_MOST

    async def resume(self) -> None:
        """Takes up what waited in the database when the process ended."""
        rows = await self._writer.run(
            lambda connection: store.still_waiting(connection, self._vault)
        )
        for update_id, raw in rows:
            ticket = Ticket(update_id, json.loads(raw), waited=True)
            ticket.committed.set()
            self._queue(ticket)

    def accept(self, batch: Iterable[Raw]) -> list[Ticket]:
        """Tickets whose `committed` tells when to acknowledge.

        What is no update gets none, and neither does anything after the intake is full.
        """
        tickets: list[Ticket] = []
        for raw in batch:
            update_id = id_of(raw)
            if update_id is None:
                continue
            ticket = self._tickets.get(update_id)
            if ticket is None:
                if self.is_full:
                    break
                ticket = Ticket(update_id, raw)
                self._queue(ticket)
            tickets.append(ticket)
        self._spill({key_of(ticket.raw) for ticket in tickets})
        return tickets

    async def close(self) -> None:
        """Finishes what was accepted; what waits in the database waits for the next start."""
        self._closing = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=CLOSING_SECONDS)
            for task in late:
                task.cancel()

    def _queue(self, ticket: Ticket) -> None:
        key = key_of(ticket.raw)
        self._tickets[ticket.update_id] = ticket
        if key in self._queues:
            self._queues[key].append(ticket)
            return
        self._queues[key] = deque([ticket])
        task = asyncio.create_task(self._serve(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _spill(self, keys: Iterable[Key]) -> None:
        """Keeps the whole queue of who has too many waiting.

        All of it: were the first ones not kept, those behind them would come first after a crash.
        """
        queues = [self._queues[key] for key in keys if key in self._queues]
        long = [queue for queue in queues if len(queue) > self._backlog]
        tickets = [ticket for queue in long for ticket in _not_kept(queue)]
        if not tickets:
            return
        for ticket in tickets:
            ticket.waited = True

        def unit(connection: Connection) -> None:
            # Written down here: what cannot be (nested a thousand deep, say) fails this unit alone.
            rows = ((ticket.update_id, json.dumps(ticket.raw)) for ticket in tickets)
            store.keep_waiting(connection, self._vault, rows)

        kept = self._writer.post(unit)
        kept.add_done_callback(lambda done: _kept(tickets, failed=done.exception() is not None))

    async def _serve(self, key: Key) -> None:
        queue = self._queues[key]
        while queue and not (self._closing and queue[0].waited):
            async with self._slots:
                await self._process(queue[0])
            del self._tickets[queue.popleft().update_id]
        del self._queues[key]

    async def _process(self, ticket: Ticket) -> None:
        try:
            update = Update.de_json(ticket.raw, self._application.bot)
            check_shape(update)
            TICKET.set(ticket)
            await self._application.process_update(update)
            if not ticket.done:
                raise MalformedError  # noqa: TRY301 - the library drops what it trips over
        except Exception as error:  # noqa: BLE001 - whatever Telegram or a forger sent
            kind, number = key_of(ticket.raw)
            await self._unit.unreadable(ticket, error, number if kind == "user" else None)


def _not_kept(queue: deque[Ticket]) -> list[Ticket]:
    """The end of the queue, in order: a flood must not cost more the longer it is."""
    return [*takewhile(lambda ticket: not ticket.waited, reversed(queue))][::-1]


def _kept(tickets: list[Ticket], *, failed: bool) -> None:
    for ticket in tickets:
        if failed:
            ticket.waited = False
        else:
            ticket.committed.set()
