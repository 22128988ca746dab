"""What somebody does beside their own screens: on a card, a channel post, in the moderators' chat."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from telegram import Chat, Message, Update

from bot.chat.screens import Screen
from bot.chat.shape import sayable
from bot.texts.language import Language


@dataclass(frozen=True)
class Touch:
    """A press or a message, inside its transaction. `now` is aware, in UTC.

    `language` is that of the chat in a chat of the bot's own, else that of the person's Telegram.
    The person need not be known: whoever votes under a channel post never opened the bot.
    """

    connection: Connection
    update: Update
    chat_id: int
    user_id: int
    language: Language
    now: datetime
    private: bool
    text: str = ""
    data: str = ""

    @property
    def message(self) -> Message | None:
        """The message that was sent, or that carries the pressed button."""
        query = self.update.callback_query
        if query is None:
            return self.update.message
        return query.message if isinstance(query.message, Message) else None

    @property
    def replied_to(self) -> Message | None:
        """The bot's own message that this one answers."""
        message = self.update.message
        original = message.reply_to_message if message else None
        author = original.from_user if original else None
        return original if author and author.id == self.update.get_bot().id else None


@dataclass(frozen=True)
class Answer:
    """`toast` answers a press; `screen` is a message of its own in that chat.

    `erased`: something went that must not stay in the database's log.
    """

    toast: str = ""
    alert: bool = False
    screen: Screen | None = None
    erased: bool = False


Touched = Callable[[Touch], Answer | None]
"""None: not mine; the next one is asked."""


def touch_of(
    connection: Connection, update: Update, language: Language, now: datetime
) -> Touch | None:
    """None for what no touch can be: an edit, or nobody's."""
    chat, user = update.effective_chat, update.effective_user
    query, message = update.callback_query, update.message
    if chat is None or user is None or user.is_bot or (query is None and message is None):
        return None
    return Touch(
        connection,
        update,
        chat.id,
        user.id,
        language,
        now,
        private=chat.type == Chat.PRIVATE,
        text=sayable(message.text or "") if message else "",
        data=sayable(query.data or "?") if query else "",
    )
