"""Sentences for admins and moderators: rows first, sent by a worker, resumed after a crash.

One that was being sent when the process ended is sent again: a notice read twice does no harm.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, func, insert, select
from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.screens import Button, Screen
from bot.storage.tables import notices
from bot.storage.writer import Unit, Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 2.0
LONGEST_QUEUE, LONGEST = 500, 1000


class Notices:
    """`admins` gives those of the moment."""

    def __init__(
        self, bot: Bot, writer: Writer, admins: Callable[[Connection], Iterable[int]]
    ) -> None:
        self._bot, self._writer, self._admins = bot, writer, admins

    def tell(self, connection: Connection, text: str) -> None:
        """To every admin, in the same transaction as what it tells of."""
        waiting = connection.scalar(select(func.count()).select_from(notices)) or 0
        if waiting >= LONGEST_QUEUE:
            return
        for admin in self._admins(connection):
            self.post(connection, admin, text)

    def post(
        self, connection: Connection, chat_id: int, text: str, buttons: Iterable[Button] = ()
    ) -> None:
        """To one chat, with a button a row; their labels and data alone are kept."""
        kept = [[button.label, button.data] for button in buttons]
        row = {"chat_id": chat_id, "text": text[:LONGEST], "buttons": kept or None}
        connection.execute(insert(notices).values(row))

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.once()
            except Exception as error:  # noqa: BLE001 - tried again in a moment
                log.warning("notices wait: %s", type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def once(self) -> int:
        """How many were sent."""
        rows = await self._writer.run(lambda connection: connection.execute(_NEXT).all())
        sent = 0
        for row in rows:
            try:
                await self._bot.send_message(
                    row.chat_id, row.text, reply_markup=_markup(row.buttons)
                )
                sent += 1
            except (Forbidden, BadRequest) as error:
                log.warning("a notice cannot be delivered: %s", type(error).__name__)
            except TelegramError as error:
                log.warning("a notice waits: %s", type(error).__name__)
                break
            await self._writer.run(_remove(row.id))
        return sent


_NEXT = select(notices).order_by(notices.c.id).limit(50)


def _markup(kept: list[list[str]] | None) -> InlineKeyboardMarkup | None:
    return Screen("", tuple((Button(label, data),) for label, data in kept or ())).markup()


def _remove(number: int) -> Unit[object]:
    return lambda connection: connection.execute(delete(notices).where(notices.c.id == number))
