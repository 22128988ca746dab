"""The intake: a queue for each person, different people at once, one person in order."""

import asyncio
import json
import logging
from collections import deque
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.chat import store
from bot.chat.unit import TICKET, Ticket, UnitOfWork
from bot.storage.vault import Vault
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
RUNNING = 64
BACKLOG = 8
WAITING_AT_MOST = 20_000

Raw = dict[str, Any]
Key = tuple[str, int]
# Where an update says who sent it, or at least in which chat.
PARTS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member",
         "inline_query", "channel_post", "edited_channel_post", "message_reaction", "poll_answer")  # fmt: skip


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
        self._queues: dict[Key, deque[tuple[Raw, Ticket]]] = {}
        self._tickets: dict[int, Ticket] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        return len(self._tickets)

    @property
    def is_full(self) -> bool:
        return len(self._tickets) >= WAITING_AT_MOST

    async def resume(self) -> None:
        """Takes up what waited in the database when the process ended."""
        rows = await self._writer.run(
            lambda connection: store.still_waiting(connection, self._vault)
        )
        for update_id, raw in rows:
            self._queue(json.loads(raw), Ticket(update_id, waited=True))

    def accept(self, raw: Raw) -> Ticket | None:
        """A ticket whose `committed` tells when to acknowledge; None for what is no update."""
        update_id = raw.get("update_id")
        if not isinstance(update_id, int):
            return None
        known = self._tickets.get(update_id)
        if known is not None:
            return known
        if self.is_full:
            return None
        ticket = Ticket(update_id)
        waiting = self._queue(raw, ticket)
        if waiting > self._backlog:
            self._keep(raw, ticket)
        return ticket

    async def close(self) -> None:
        """Finishes what was accepted."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _queue(self, raw: Raw, ticket: Ticket) -> int:
        key = key_of(raw)
        queue = self._queues.get(key)
        self._tickets[ticket.update_id] = ticket
        if queue is not None:
            queue.append((raw, ticket))
            return len(queue)
        self._queues[key] = deque([(raw, ticket)])
        task = asyncio.create_task(self._serve(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return 1

    def _keep(self, raw: Raw, ticket: Ticket) -> None:
        row = (ticket.update_id, json.dumps(raw))
        ticket.waited = True
        kept = self._writer.post(
            lambda connection: store.keep_waiting(connection, self._vault, [row])
        )
        kept.add_done_callback(lambda done: None if done.exception() else ticket.committed.set())

    async def _serve(self, key: Key) -> None:
        queue = self._queues[key]
        while queue:
            raw, ticket = queue[0]
            async with self._slots:
                await self._process(raw, ticket)
            queue.popleft()
            self._tickets.pop(ticket.update_id, None)
        del self._queues[key]

    async def _process(self, raw: Raw, ticket: Ticket) -> None:
        try:
            update = Update.de_json(raw, self._application.bot)
        except Exception as error:  # noqa: BLE001 - whatever Telegram or a forger sent
            kind, number = key_of(raw)
            await self._unit.unreadable(ticket, error, number if kind == "user" else None)
            return
        TICKET.set(ticket)
        await self._application.process_update(update)
        ticket.committed.set()


def key_of(raw: Raw) -> Key:
    """The sender, else the chat, else one key for all that names neither."""
    for part in PARTS:
        value = raw.get(part)
        if not isinstance(value, dict):
            continue
        for name in ("from", "user"):
            if isinstance(sender := value.get(name), dict) and isinstance(sender.get("id"), int):
                return "user", sender["id"]
        if isinstance(chat := value.get("chat"), dict) and isinstance(chat.get("id"), int):
            return "chat", chat["id"]
    return "none", 0
