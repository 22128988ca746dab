"""The worker that leaves chats: a row first, so that a crash keeps the bot in none of them."""

import logging
from functools import partial
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.admin import offers
from bot.chat.worker import Worker
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 30.0


class Leaving:
    def __init__(self, bot: ExtBot[Any], writer: Writer) -> None:
        self._bot, self._writer = bot, writer
        self._worker = Worker("leaving chats", self.once, EVERY_SECONDS)
        self.wake = self._worker.wake
        self.run = self._worker.run

    async def once(self) -> int:
        """How many were left, or are no longer there to be left."""
        left = 0
        for chat_id in await self._writer.run(offers.to_leave):
            try:
                await self._bot.leave_chat(chat_id)
            except (Forbidden, BadRequest, ChatMigrated):
                pass
            except TelegramError as error:
                log.warning("a chat is left later: %s", type(error).__name__)
                continue
            await self._writer.run(partial(offers.settle, chat_id=chat_id))
            left += 1
        return left
