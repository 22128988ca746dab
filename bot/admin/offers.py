"""Chats in which an owner made the bot administrator, until it is said what they are for.

One that is to be left is a row first: a crash keeps the bot in none.
"""

import logging
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.admin import store
from bot.chat.roles import Use
from bot.chat.roles.chats import followed
from bot.chat.worker import Worker
from bot.storage import values
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 30.0
OFFER = "offer"
LEAVE = "leave"
PUBLIC = "public"


@dataclass(frozen=True)
class Offer:
    """`chat_id` is where the chat is now, should it have moved."""

    chat_id: int
    use: Use
    is_public: bool


def add(connection: Connection, offer: Offer) -> None:
    words = [offer.use.value, *([PUBLIC] if offer.is_public else [])]
    values.keep(connection, f"{OFFER} {offer.chat_id}", " ".join(words))


def find(connection: Connection, chat_id: int) -> Offer | None:
    """What still stands; None for one that is settled, and for any number that is no offer."""
    now = followed(connection, chat_id)
    name = f"{OFFER} {now}"
    use, *more = (values.find(connection, name) or "").split() or [""]
    if use not in set(Use):
        return None
    return Offer(now, Use(use), PUBLIC in more)


def settle(connection: Connection, chat_id: int) -> None:
    values.drop(connection, f"{OFFER} {chat_id}")


def move(connection: Connection, old: int, new: int) -> None:
    """The chat has another id now."""
    name = f"{OFFER} {old}"
    value = values.find(connection, name)
    if value is not None:
        values.drop(connection, name)
        values.keep(connection, f"{OFFER} {new}", value)


def leave(connection: Connection, chat_id: int) -> None:
    """To be left by the worker, whatever happens in between."""
    values.keep(connection, f"{OFFER} {chat_id}", LEAVE)


def to_leave(connection: Connection) -> list[int]:
    return [int(name.split()[1]) for name in store.names(connection, f"{OFFER} ", LEAVE)]


class Leaving:
    """The worker that leaves them."""

    def __init__(self, bot: ExtBot[Any], writer: Writer) -> None:
        self._bot, self._writer = bot, writer
        self._worker = Worker("leaving chats", self.once, EVERY_SECONDS)
        self.wake = self._worker.wake
        self.run = self._worker.run

    async def once(self) -> int:
        """How many were left, or are no longer there to be left."""
        left = 0
        for chat_id in await self._writer.run(to_leave):
            try:
                await self._bot.leave_chat(chat_id)
            except (Forbidden, BadRequest, ChatMigrated):
                pass
            except TelegramError as error:
                log.warning("a chat is left later: %s", type(error).__name__)
                continue
            await self._writer.run(partial(settle, chat_id=chat_id))
            left += 1
        return left
