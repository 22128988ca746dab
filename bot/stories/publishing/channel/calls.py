"""The calls that the worker makes to the channel. All raise TelegramError."""

from typing import Any, Protocol

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.chat.screens import Button, Screen
from bot.delivery.charges import ChatId
from bot.delivery.gate import Lane

QUIET = LinkPreviewOptions(is_disabled=True)


class Turns(Protocol):
    """The gate: a turn is awaited before a row says that its message is on the way."""

    async def turn(self, chat: ChatId, cost: int = 1) -> None: ...


class Calls:
    """`channel` is changed between two posts alone: each is dealt with in one channel."""

    def __init__(self, bot: ExtBot[Any], turns: Turns) -> None:
        self._bot, self._turns, self.channel = bot, turns, 0

    async def turn(self) -> None:
        await self._turns.turn(self.channel)

    async def send(self, screen: Screen) -> int:
        """The new message's id; its turn was awaited."""
        message = await self._bot.send_message(
            self.channel,
            screen.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=QUIET,
            reply_markup=screen.markup(),
            rate_limit_args=Lane.ADMITTED,
        )
        return message.message_id

    async def relabel(self, message_id: int, rows: tuple[tuple[Button, ...], ...]) -> None:
        """Its turn was awaited."""
        await self._bot.edit_message_reply_markup(
            self.channel,
            message_id,
            reply_markup=Screen("", rows).markup(),
            rate_limit_args=Lane.ADMITTED,
        )

    async def delete(self, message_id: int) -> None:
        await self._bot.delete_message(self.channel, message_id)

    async def rewrite(self, message_id: int, text: str) -> None:
        """Takes the buttons away as well."""
        await self._bot.edit_message_text(text, self.channel, message_id)
