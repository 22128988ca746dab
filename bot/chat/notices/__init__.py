"""Sentences for admins and moderators: rows first, sent by a worker, resumed after a crash.

One that was being sent when the process ended is sent again: a notice read twice does no harm.
"""

import logging
from collections.abc import Iterable
from functools import partial

from sqlalchemy import Connection
from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.notices import store
from bot.chat.screens import Button, Screen
from bot.chat.worker import Worker
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 2.0
LONGEST, AT_ONCE = 1000, 50


class Notices:
    def __init__(self, bot: Bot, writer: Writer) -> None:
        self._bot, self._writer = bot, writer
        self._worker = Worker("notices", self.once, EVERY_SECONDS)
        self.run = self._worker.run

    def post(
        self, connection: Connection, chat_id: int, text: str, buttons: Iterable[Button] = ()
    ) -> None:
        """To one chat, with a button a row: data or a link."""
        kept = [(button.label, button.data, button.url) for button in buttons]
        store.add(connection, chat_id, text[:LONGEST], kept)
        self._worker.wake()

    async def once(self) -> int:
        """How many were sent."""
        rows = await self._writer.run(partial(store.waiting, most=AT_ONCE))
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
            await self._writer.run(partial(store.remove, number=row.id))
        return sent


def _markup(kept: Iterable[Iterable[str]] | None) -> InlineKeyboardMarkup | None:
    """Rows of an older version have no links."""
    return Screen("", tuple((Button(*parts),) for parts in kept or ())).markup()
