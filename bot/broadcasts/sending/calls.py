"""Copying a content into one chat."""

import contextlib
from dataclasses import dataclass, replace
from typing import Any, Protocol

from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.broadcasts.sending.contents import Content
from bot.broadcasts.sending.failures import Failure, Rule, failure_of
from bot.chat.screens import Screen
from bot.delivery.charges import ChatId
from bot.delivery.gate import Lane

TRIES = 3


class Turns(Protocol):
    """The gate: returns when a message of that cost may go; raises GateStopped."""

    async def turn(self, chat: ChatId, cost: int = 1) -> None: ...


@dataclass(frozen=True)
class Delivered:
    """It stands in the chat as the ids `first` to `last`; what is between and not in this chat
    belongs to others, and Telegram passes over it. `missing`: what could not be done of it.
    """

    first: int
    last: int
    missing: str = ""


class Calls:
    def __init__(self, bot: ExtBot[Any], turns: Turns) -> None:
        self._bot, self._turns = bot, turns

    async def turn(self, chat: int, cost: int) -> None:
        await self._turns.turn(chat, cost)

    async def deliver(self, chat: int, content: Content, footer: Screen) -> Delivered | Failure:
        """The turn for all of its cost was awaited. Not to be cancelled."""
        try:
            if content.text:
                sent = await self._send(chat, replace(footer, text=content.text))
                return Delivered(sent, sent)
            if content.is_album:
                return await self._album(chat, content, footer)
            copy = await self._bot.copy_message(
                chat,
                content.source,
                content.messages[0],
                reply_markup=footer.markup(),
                rate_limit_args=Lane.ADMITTED,
            )
        except TelegramError as error:
            return await self._explained(failure_of(error), content)
        return Delivered(copy.message_id, copy.message_id)

    async def _album(self, chat: int, content: Content, footer: Screen) -> Delivered:
        """Messages of it that were deleted are passed over in silence: the answer is shorter."""
        copies = await self._bot.copy_messages(
            chat, content.source, content.messages, rate_limit_args=Lane.ADMITTED
        )
        ids = sorted(copy.message_id for copy in copies)
        if not ids:
            raise BadRequest("there are no messages to copy")
        if len(ids) < len(content.messages):
            return Delivered(ids[0], ids[-1], "source")
        below = await self._below(chat, footer)
        return Delivered(ids[0], below or ids[-1], "" if below else "buttons")

    async def _below(self, chat: int, footer: Screen) -> int | None:
        """The album is there: whatever happens to its buttons, it is not sent again."""
        for _ in range(TRIES):
            try:
                return await self._send(chat, footer)
            except RetryAfter:
                with contextlib.suppress(TelegramError):
                    await self._turns.turn(chat)
            except TelegramError:
                return None
        return None

    async def _send(self, chat: int, footer: Screen) -> int:
        message = await self._bot.send_message(
            chat,
            footer.text,
            parse_mode=ParseMode.HTML,
            reply_markup=footer.markup(),
            rate_limit_args=Lane.ADMITTED,
        )
        return message.message_id

    async def _explained(self, failure: Failure, content: Content) -> Failure:
        """Telegram has the same words for a person who is gone and for a source that is."""
        if failure.rule is not Rule.ABSENT:
            return failure
        if content.text:
            return Failure(Rule.LEFT, "gone")
        try:
            await self._bot.get_chat(content.source)
        except (BadRequest, Forbidden):
            return Failure(Rule.SOURCE, "source")
        except TelegramError:
            return Failure(Rule.UNSENT, "offline")
        return Failure(Rule.LEFT, "gone")
