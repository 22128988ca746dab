"""One update as one unit of work: taken, routed, what it changes written, its screen owed."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection
from telegram import Chat, Update

from bot.chat import store
from bot.chat.outside import GONE, NoRooms, Rooms, Serving, answered, elsewhere, may_touch
from bot.chat.people import MENU, Person
from bot.chat.people import store as people
from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.shape import is_id
from bot.chat.touch import touch_of
from bot.chat.visit import Reply, Visit, visit_of
from bot.chat.work import Work, answer_again
from bot.texts.language import Language, language_for

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Desk:
    def __init__(
        self,
        routes: Routes,
        languages: Mapping[str, Language],
        default_language: str,
        *,
        rooms: Rooms | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self._serving = Serving(routes, languages, default_language, rooms or NoRooms())
        self.clock = clock

    def serve_from(self, routes: Routes, languages: Mapping[str, Language]) -> None:
        """From now on; to be called by the writer, so that no unit sees half of each."""
        self._serving = replace(self._serving, routes=routes, languages=languages)

    def take(self, connection: Connection, update: Update) -> Work | None:
        """What is to be sent for the update, or None where there is nothing to say.

        Of one taken before a press is answered, nothing else: a stop may have come in between.
        """
        chat, user = update.effective_chat, update.effective_user
        if not store.take(connection, update.update_id, self.clock()):
            return answer_again(update)
        if chat is not None and chat.type != Chat.PRIVATE:
            return self._outside(connection, update, chat)
        touched = self._touched(connection, update)
        if touched is not None:
            return touched
        if user is None or user.is_bot:
            return None
        if update.my_chat_member is not None:
            is_gone = update.my_chat_member.new_chat_member.status in GONE
            (people.block if is_gone else people.unblock)(connection, user.id)
            return None
        return self._serve(connection, update, user.id, user.language_code)

    def _outside(self, connection: Connection, update: Update, chat: Chat) -> Work | None:
        if self._serving.rooms.heard(connection, update, self.clock()):
            return None
        return self._touched(connection, update) or elsewhere(self._serving, update, chat)

    def _touched(self, connection: Connection, update: Update) -> Work | None:
        serving = self._serving
        if not may_touch(serving, update):
            return None
        language = serving.spoken(connection, update)
        return answered(serving, touch_of(connection, update, language, self.clock()))

    def again(self, connection: Connection, chat_id: int) -> Work | None:
        """The current screen of a chat that is owed one."""
        debt = store.debt_of(connection, chat_id)
        if debt is None:
            return None
        known = people.find(connection, chat_id)
        person = known or Person(chat_id, debt.language)
        visit = Visit(connection, person, self._serving.language_of(person), self.clock())
        screen = self._safely(visit, debt.place)
        if screen is None:
            return None
        work = Work(chat_id, debt.update_id, screen, screen_id=person.screen_id, fresh=True)
        return replace(work, erased=known is None or visit.is_wiped)

    def sorry(
        self, connection: Connection, update_id: int, error: str, user_id: int | None
    ) -> Work | None:
        """Sets an update aside that cannot be worked on; the person gets their screen back.

        Raises what the database raises, and nothing else: there would be no end of it.
        """
        store.put_aside(connection, update_id, error, self.clock())
        try:
            return self._apology(connection, update_id, user_id)
        except Exception as failure:  # noqa: BLE001 - then there is no apology
            log.error("no apology: %s", type(failure).__name__)  # noqa: TRY400
            return None

    def _apology(self, connection: Connection, update_id: int, user_id: int | None) -> Work | None:
        person = people.find(connection, user_id) if user_id and is_id(user_id) else None
        if person is None:
            return None
        language = self._serving.language_of(person)
        visit = Visit(connection, person, language, self.clock())
        screen = self._safely(visit, person.place)
        if screen is None:
            return None
        screen = screen.with_notice(language.page("sorry"))
        store.owe(connection, store.Debt(person.chat_id, update_id, person.place, language.code))
        return Work(person.chat_id, update_id, screen, screen_id=person.screen_id, fresh=True)

    def _safely(self, visit: Visit, place: str) -> Screen | None:
        """The screen of the place, else the menu, else none: one broken screen is no dead end."""
        for one in (place, MENU):
            try:
                return self._serving.routes.screen(visit, one)
            except Exception as error:  # noqa: BLE001 - whatever a feature's screen met
                log.error("the screen %s fails: %s", one, type(error).__name__)  # noqa: TRY400
        return None

    def _serve(
        self, connection: Connection, update: Update, chat_id: int, code: str | None
    ) -> Work:
        now = self.clock()
        language = language_for(code, self._serving.default)
        person = people.meet(connection, chat_id, language, now.date())
        visit = visit_of(connection, update, person, self._serving.language_of(person), now)
        reply = self._serving.routes.reply(visit)
        after = replace(reply.person, place=reply.place)
        if not reply.erased:
            people.save(connection, person, after)
        store.owe(
            connection,
            store.Debt(chat_id, update.update_id, reply.shows or reply.place, after.language),
        )
        return self._work(visit.at(after, self._serving.language_of(after)), reply, update)

    def _work(self, visit: Visit, reply: Reply, update: Update) -> Work:
        screen = reply.screen or self._serving.routes.screen(visit, reply.shows or reply.place)
        query = update.callback_query
        return Work(
            chat_id=visit.person.chat_id,
            update_id=update.update_id,
            screen=screen.with_notice(reply.notice),
            callback_id=query.id if query else None,
            toast=reply.toast,
            alert=reply.alert,
            pressed_id=None if reply.beside else visit.pressed_id,
            screen_id=visit.person.screen_id,
            fresh=reply.fresh or query is None,
            delete=reply.delete,
            erased=reply.erased or reply.wiped or visit.is_wiped,
        )
