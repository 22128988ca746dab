"""The bot's own chats: the stories' channel and the moderators' chat, by setting or by set-up."""

from enum import StrEnum

from sqlalchemy import Connection

from bot.chat.roles import store
from bot.settings import Settings
from bot.storage import values

MOVED = "moved"


class Use(StrEnum):
    """What a chat is used for, as the name of its row of settings."""

    STORIES = "channel_id"
    MODERATION = "moderation_chat_id"


class Chats:
    """A setting of the environment wins over what an owner chose; a chat that moved is followed.

    `channel_id` and `moderation_chat_id` are as last read: by a unit, or by `read` at the start.
    """

    def __init__(self, settings: Settings) -> None:
        self._given = {
            Use.STORIES: settings.channel_id,
            Use.MODERATION: settings.moderation_chat_id,
        }
        self._last: dict[Use, int | None] = dict(self._given)

    @property
    def channel_id(self) -> int | None:
        return self._last[Use.STORIES]

    @property
    def moderation_chat_id(self) -> int | None:
        return self._last[Use.MODERATION]

    def channel_in(self, connection: Connection) -> int | None:
        return self.read(connection)[Use.STORIES]

    def moderation_in(self, connection: Connection) -> int | None:
        return self.read(connection)[Use.MODERATION]

    @property
    def own(self) -> frozenset[int]:
        """Where the bot stays, silent."""
        return frozenset(chat for chat in self._last.values() if chat is not None)

    def use_of(self, chat_id: int) -> Use | None:
        """What a chat of the bot's own is used for."""
        return next((use for use, chat in self._last.items() if chat == chat_id), None)

    def is_given(self, use: Use) -> bool:
        """Whether the environment says which chat it is: then no press changes it."""
        return self._given[use] is not None

    def read(self, connection: Connection) -> dict[Use, int | None]:
        """What is kept, read anew."""
        moved = {use: f"{MOVED} {given}" for use, given in self._given.items()}
        kept = values.kept(connection, *Use, *moved.values())
        self._last = {
            use: _number(kept.get(use)) if given is None else _number(kept.get(moved[use])) or given
            for use, given in self._given.items()
        }
        return dict(self._last)

    def use(self, connection: Connection, use: Use, chat_id: int) -> None:
        """From now on; one chat has one use."""
        for other in Use:
            if other is not use and values.find(connection, other) == str(chat_id):
                values.drop(connection, other)
        values.keep(connection, use, str(chat_id))
        self.read(connection)

    def follow(self, connection: Connection, old: int, new: int) -> None:
        """A group has become a supergroup: every mention of the old id means the new one."""
        values.keep(connection, f"{MOVED} {old}", str(new))
        for use in [use for use in Use if values.find(connection, use) == str(old)]:
            values.keep(connection, use, str(new))
        store.move_notices(connection, old, new)
        self.read(connection)


def followed(connection: Connection, chat_id: int) -> int:
    """Where the chat is now. A supergroup never moves again."""
    name = f"{MOVED} {chat_id}"
    return _number(values.find(connection, name)) or chat_id


def _number(kept: str | None) -> int | None:
    return int(kept) if kept else None
