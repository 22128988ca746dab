"""The one handler the library knows: it opens the unit of work and never lets an error out."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection
from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackContext

from bot.chat import store
from bot.chat.desk import Desk
from bot.chat.ticket import TICKET, Ticket
from bot.chat.work import Work
from bot.storage.writer import Probe, Unit, Writer, no_probe

log = logging.getLogger(__name__)
TRIES = 3
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0


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
        await self._finish(ticket, lambda: self._take(update, ticket))

    async def unreadable(self, ticket: Ticket, error: Exception, user_id: int | None) -> None:
        """An update that the library cannot parse."""
        await self._finish(ticket, lambda: self._set_aside(ticket, error, user_id))

    async def _finish(self, ticket: Ticket, attempt: Callable[[], Awaitable[Work | None]]) -> None:
        """Tries for as long as the database takes nothing: only what is committed is acknowledged."""
        pause = FIRST_PAUSE
        while True:
            try:
                work = await attempt()
                break
            except Exception as error:  # noqa: BLE001 - a full disk, a lock, whatever it is
                log.error("nothing can be written: %s", type(error).__name__)  # noqa: TRY400
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        self._probe("after_commit")
        ticket.done = True
        ticket.committed.set()
        if work is not None:
            if work.erased:
                self._writer.wiping.begin()
            self._show(work)

    async def _take(self, update: Update, ticket: Ticket) -> Work | None:
        for _ in range(TRIES):
            try:
                return await self._writer.run(self._unit(update, ticket))
            except Exception as caught:  # noqa: BLE001 - a poison update must not stop the others
                error = caught
        user, query = update.effective_user, update.callback_query
        return await self._set_aside(
            ticket, error, user.id if user else None, query.id if query else None
        )

    def _unit(self, update: Update, ticket: Ticket) -> Unit[Work | None]:
        def unit(connection: Connection) -> Work | None:
            work = self._desk.take(connection, update)
            if ticket.waited:
                store.stop_waiting(connection, update.update_id)
            return work

        return unit

    async def _set_aside(
        self,
        ticket: Ticket,
        error: Exception,
        user_id: int | None,
        callback_id: str | None = None,
    ) -> Work | None:
        """The person gets a sorry screen, the button stops turning; kept is the kind of error."""
        kind = type(error).__name__

        def unit(connection: Connection) -> Work | None:
            store.stop_waiting(connection, ticket.update_id)
            return self._desk.sorry(connection, ticket.update_id, kind, user_id)

        work = await self._writer.run(unit)
        work = replace(work, callback_id=callback_id) if work else None
        log.error("update %d is set aside: %s", ticket.update_id, kind)
        return work


async def _unused(_update: object, _context: object) -> None:
    raise NotImplementedError
