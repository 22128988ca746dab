"""What is heard out of groups and channels about the bot itself: made admin, removed, moved."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection
from telegram import Chat, ChatMember, ChatMemberAdministrator, ChatMemberUpdated, Update

from bot.admin import offers
from bot.admin.offers import Offer
from bot.admin.setup import buttons_of, words_of
from bot.chat.outside import GONE
from bot.chat.roles import Chats, Use
from bot.chat.shape import is_id, sayable
from bot.chat.telling import Telling

NAME = 60


class Rooms:
    """`changed` is called when a chat of the bot's own has another id, `wake` when one is left."""

    def __init__(
        self,
        chats: Chats,
        telling: Telling,
        changed: Callable[[Connection], object],
        wake: Callable[[], None],
    ) -> None:
        self._chats, self._telling, self._changed, self._wake = chats, telling, changed, wake
        self._warned: set[int] = set()

    @property
    def own(self) -> frozenset[int]:
        return self._chats.own

    def heard(self, connection: Connection, update: Update, now: datetime) -> bool:  # noqa: ARG002
        """Whether it was about the bot itself, and there is nothing to say in that chat."""
        chat, member = update.effective_chat, update.my_chat_member
        if chat is None:
            return False
        if member is not None:
            return self._became(connection, chat, member)
        message = update.message
        if message is not None and message.migrate_to_chat_id:
            return self._moved(connection, chat.id, message.migrate_to_chat_id)
        if message is not None and message.migrate_from_chat_id:
            return self._moved(connection, message.migrate_from_chat_id, chat.id)
        if chat.username and self._chats.use_of(chat.id) is Use.MODERATION:
            self._warn(connection, chat)
        return False

    def _became(self, connection: Connection, chat: Chat, member: ChatMemberUpdated) -> bool:
        status, before = member.new_chat_member.status, member.old_chat_member.status
        is_admin = status == ChatMember.ADMINISTRATOR
        if self._chats.use_of(chat.id) is not None:
            if not is_admin and (status in GONE or before == ChatMember.ADMINISTRATOR):
                self._lost(connection, chat, gone=status in GONE)
            return True
        if status in GONE:
            offers.settle(connection, chat.id)
            return False
        if not is_admin or not self._telling.roles.may(connection, member.from_user.id):
            return False
        if offers.find(connection, chat.id) is None:
            self._offer(connection, chat, member)
        return True

    def _offer(self, connection: Connection, chat: Chat, member: ChatMemberUpdated) -> None:
        use = Use.STORIES if chat.type == Chat.CHANNEL else Use.MODERATION
        offer = Offer(chat.id, use, is_public=bool(chat.username))
        mute, given = _is_mute(member.new_chat_member), self._chats.is_given(use)
        if given:
            offers.leave(connection, chat.id)
            self._wake()
        else:
            offers.add(connection, offer)
        self._telling.person(
            connection,
            member.from_user.id,
            lambda language: words_of(offer, name_of(chat), language, given=given, mute=mute),
            lambda language: () if given else buttons_of(offer, language),
        )

    def _lost(self, connection: Connection, chat: Chat, *, gone: bool) -> None:
        name = name_of(chat)
        self._telling.owners(
            connection,
            lambda language: (
                language.say(
                    "⚠️ I was removed from “%(chat)s”. What is to go there waits: make me an "
                    "administrator there again.",
                    chat=name,
                )
                if gone
                else language.say(
                    "⚠️ I am no longer an administrator of “%(chat)s”. What I cannot send there "
                    "waits: make me one again.",
                    chat=name,
                )
            ),
        )

    def _moved(self, connection: Connection, old: int, new: int) -> bool:
        """A group of ours, or one that was offered, is a supergroup now."""
        if not is_id(old) or not is_id(new):
            return False
        is_own = self._chats.use_of(old) is not None
        if is_own or offers.find(connection, old) is not None:
            offers.move(connection, old, new)
            self._chats.follow(connection, old, new)
        if is_own:
            self._changed(connection)
        return is_own

    def _warn(self, connection: Connection, chat: Chat) -> None:
        """Once for each start."""
        if chat.id in self._warned:
            return
        self._warned.add(chat.id)
        name = name_of(chat)
        self._telling.owners(
            connection,
            lambda language: language.say(
                "⚠️ “%(chat)s” is public: anybody can read there what people sent in confidence. "
                "Make it private.",
                chat=name,
            ),
        )


def name_of(chat: Chat) -> str:
    return sayable(str(chat.title or ""))[:NAME] or "?"


def _is_mute(member: ChatMember) -> bool:
    """An administrator of a channel who may not post there."""
    return isinstance(member, ChatMemberAdministrator) and member.can_post_messages is False
