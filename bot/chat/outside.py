"""What happens beside people's own screens: cards, channel posts, groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection
from telegram import Chat, ChatMember, Update

from bot.chat.people import Person
from bot.chat.people import store as people
from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.touch import Touch
from bot.chat.work import Work, answer_again
from bot.texts.language import Language, language_for

GONE = frozenset({ChatMember.BANNED, ChatMember.LEFT})
GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})


class Rooms(Protocol):
    """The chats in which the bot stays, silent: its channel and the moderators' chat."""

    @property
    def own(self) -> frozenset[int]: ...

    def heard(self, connection: Connection, update: Update, now: datetime) -> bool:
        """Every update out of a group or channel: whether it was all about the bot there."""


class NoRooms:
    own: frozenset[int] = frozenset()

    def heard(self, _connection: Connection, _update: Update, _now: datetime) -> bool:
        return False


@dataclass(frozen=True)
class Serving:
    """What is served at the moment, replaced as a whole."""

    routes: Routes
    languages: Mapping[str, Language]
    default: str
    rooms: Rooms

    def language_of(self, person: Person) -> Language:
        """The default one where the person's is no longer spoken."""
        return self.languages.get(person.language) or self.languages[self.default]

    def spoken(self, connection: Connection, update: Update) -> Language:
        """In a group the default one, else the person's own, else that of their Telegram."""
        chat, user = update.effective_chat, update.effective_user
        if user is None or chat is None or chat.type in GROUPS:
            return self.languages[self.default]
        person = people.find(connection, user.id)
        if person is not None:
            return self.language_of(person)
        return self.languages[language_for(user.language_code, self.default)]


def may_touch(serving: Serving, update: Update) -> bool:
    """In private only what looks like it: most messages there are for the person's screen."""
    chat, query, message = update.effective_chat, update.callback_query, update.message
    if chat is None or chat.type != Chat.PRIVATE:
        return chat is not None and chat.id in serving.rooms.own
    if query is not None:
        return (query.data or "").partition(":")[0] in serving.routes.touches
    return message is not None and bool(
        message.reply_to_message or message.forward_origin or (message.text or "")[:1] == "/"
    )


def answered(serving: Serving, touch: Touch | None) -> Work | None:
    """What leaves the person's own screen alone; None where it is nobody's."""
    answer = serving.routes.answer(touch) if touch else None
    if touch is None or answer is None:
        return None
    query = touch.update.callback_query
    return Work(
        touch.chat_id,
        touch.update.update_id,
        answer.screen,
        callback_id=query.id if query else None,
        toast=answer.toast,
        alert=answer.alert,
        fresh=True,
        erased=answer.erased,
        aside=True,
    )


def elsewhere(serving: Serving, update: Update, chat: Chat) -> Work | None:
    """Nothing personal is said in a group: one line with a private link, and the bot leaves."""
    if chat.id in serving.rooms.own:
        return answer_again(update)
    language = serving.languages[serving.default]
    if update.callback_query is not None:
        toast = language.say("Talk to me in private, please.")
        return Work(chat.id, update.update_id, callback_id=update.callback_query.id, toast=toast)
    joined = update.my_chat_member
    if joined is None or joined.new_chat_member.status in GONE or chat.type == Chat.CHANNEL:
        return None
    screen = Screen(language.page("group", username=update.get_bot().username))
    return Work(chat.id, update.update_id, screen, fresh=True, leave=True)
