"""The one handler the library knows: it opens the unit of work and never lets an error out."""

import asyncio
import logging
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection
from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackContext

from bot.chat import store
from bot.chat.desk import Desk, Work
from bot.storage.writer import Probe, Writer, no_probe

log = logging.getLogger(__name__)
TRIES = 3


@dataclass
class Ticket:
    """An update on its way: `committed` is set once it can be acknowledged.

    `waited` says that the update was kept in the inbox while it waited for its turn.
    """

    update_id: int
    committed: asyncio.Event = field(default_factory=asyncio.Event)
    waited: bool = False
    failed: bool = False


TICKET: ContextVar[Ticket] = ContextVar("ticket")


class UnitOfWork(BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]):
    def __init__(
        self, desk: Desk, writer: Writer, show: Callable[[Work], None], *, probe: Probe = no_probe
    ) -> None:
        super().__init__(callback=_unused)
        self._desk, self._writer, self._show, self._probe = desk, writer, show, probe

    def check_update(self, update: object) -> bool:
        return isinstance(update, Update)

    async def handle_update(
        self,
        update: Update,
        application: Application[Any, Any, Any, Any, Any, Any],  # noqa: ARG002
        check_result: object,  # noqa: ARG002
        context: CallbackContext[Any, Any, Any, Any],  # noqa: ARG002
    ) -> None:
        ticket = TICKET.get()
        work = await self._work(update, ticket)
        self._probe("after_commit")
        ticket.committed.set()
        if work is not None:
            self._show(work)

    async def _work(self, update: Update, ticket: Ticket) -> Work | None:
        error: Exception | None = None
        for _ in range(TRIES):
            try:
                return await self._writer.run(
                    lambda connection: self._unit(connection, update, ticket)
                )
            except Exception as caught:  # noqa: BLE001 - a poison update must not stop the others
                error = caught
        user = update.effective_user
        return await self._set_aside(ticket, error, user.id if user else None)

    async def unreadable(self, ticket: Ticket, error: Exception, user_id: int | None) -> None:
        """An update that the library cannot parse."""
        work = await self._set_aside(ticket, error, user_id)
        ticket.committed.set()
        if work is not None:
            self._show(work)

    def _unit(self, connection: Connection, update: Update, ticket: Ticket) -> Work | None:
        work = self._desk.take(connection, update)
        if ticket.waited:
            store.stop_waiting(connection, update.update_id)
        return work

    async def _set_aside(
        self, ticket: Ticket, error: Exception | None, user_id: int | None
    ) -> Work | None:
        """The person gets a sorry screen; kept is the kind of error."""
        kind = type(error).__name__
        log.error("update %d is set aside: %s", ticket.update_id, kind)
        ticket.failed = True

        def unit(connection: Connection) -> Work | None:
            store.stop_waiting(connection, ticket.update_id)
            return self._desk.sorry(connection, ticket.update_id, kind, user_id)

        return await self._writer.run(unit)


async def _unused(_update: object, _context: object) -> None:
    raise NotImplementedError
