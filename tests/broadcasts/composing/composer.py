"""Somebody who writes a broadcast: types, sends files and presses on the composer alone."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert
from telegram import Update
from telegram.constants import MessageLimit

from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around
from bot.broadcasts.composing.drafts import Draft
from bot.broadcasts.composing.handlers import Composing
from bot.chat.people import MENU, Person
from bot.chat.roles import Roles
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit, visit_of
from bot.playground.html_parser import parse_html
from bot.playground.keyboards import checked_markup
from bot.shipped import locales_folder, templates_folder
from bot.storage.tables import people
from bot.texts.catalogue import load_catalogues
from bot.texts.html import utf16_length
from bot.texts.language import Language, load_languages

LANGUAGES = load_languages(load_catalogues(locales_folder()), templates_folder())
ADMIN = 77
Json = dict[str, Any]


class Targets:
    def guides(self) -> Sequence[str]:
        return ("opt_out", "refund")

    def is_story(self, _: Connection, number: int) -> bool:
        return number == 17


class Composer:
    def __init__(self, connection: Connection, chat_id: int = ADMIN, language: str = "en") -> None:
        self.connection = connection
        self.person = Person(chat_id, language, country="IT")
        self.now = datetime(2026, 11, 22, 10, tzinfo=UTC)
        self.screen, self.reply = Screen(""), Reply(self.person, MENU)
        self.tests: list[Draft] = []
        self.begun = 0
        self._ids = itertools.count(100)
        self.roles = Roles([ADMIN], [])
        around = Around(self.roles, Targets(), country_name, 30.0, self._test, self._begin)
        self.composing = Composing(around)
        self._routes = self.composing.routes() | surroundings(self.composing)
        add_person(connection, chat_id, language=language)

    @property
    def text(self) -> str:
        return parse_html(self.screen.text).text

    @property
    def buttons(self) -> dict[str, Button]:
        return {button.label: button for row in self.screen.rows for button in row}

    @property
    def draft(self) -> Draft:
        draft = store.of_author(self.connection, self.person.chat_id)
        assert draft is not None
        return draft

    def _test(self, draft: Draft, _language: str) -> None:
        self.tests.append(draft)

    def type(self, text: str) -> int:
        return self.send(text=text)

    def send(self, **content: Any) -> int:
        number = next(self._ids)
        self._take("message", self._message(number, **content))
        return number

    def photo(self, **more: Any) -> int:
        size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
        return self.send(photo=[size], **more)

    def edit(self, number: int, text: str) -> None:
        self._take("edited_message", {**self._message(number, text=text), "edit_date": 2})

    def press(self, *labels: str) -> None:
        for label in labels:
            found = [b for name, b in self.buttons.items() if name == label or label in name]
            assert found, f"no {label!r} among {list(self.buttons)}\n{self.text}"
            self.press_data(found[0].data or "")

    def press_data(self, data: str) -> None:
        query = {
            "id": "1",
            "from": self._user(),
            "chat_instance": "1",
            "data": data,
            "message": self._message(self.person.screen_id or 1, text="screen"),
        }
        self._take("callback_query", query)

    def tested(self) -> None:
        """As the worker does it after the copies."""
        assert store.note_tested(self.connection, self.draft.id, self.draft.revision)

    def written(self, text: str = "Hello") -> None:
        """A draft with one message, at its overview."""
        self.type("/broadcast")
        self.press("Message")
        self.type(text)
        self.press("‹ Overview")

    def pass_(self, **period: float) -> None:
        self.now += timedelta(**period)

    def _begin(self) -> None:
        self.begun += 1

    def _take(self, part: str, content: Json) -> None:
        update = Update.de_json({"update_id": 1, part: content}, None)
        visit = visit_of(self.connection, update, self.person, self._language, self.now)
        self.reply = reply = self._routes.reply(visit)
        self.person = replace(reply.person, place=reply.place)
        assert utf16_length(self.person.place) <= 64
        after = visit.at(self.person, self._language)
        screen = reply.screen or self._routes.screen(after, reply.shows or reply.place)
        self._show(screen.with_notice(reply.notice))

    @property
    def _language(self) -> Language:
        return LANGUAGES[self.person.language]

    def _show(self, screen: Screen) -> None:
        read = parse_html(screen.text).text
        assert 0 < utf16_length(read) <= MessageLimit.MAX_TEXT_LENGTH
        markup = screen.markup()
        checked_markup(markup.to_dict() if markup else None)
        for row in screen.rows:
            assert all(len((button.data or "").encode()) <= 64 for button in row)
        self.screen = screen

    def _message(self, number: int, **content: Any) -> Json:
        chat = {"id": self.person.chat_id, "type": "private"}
        return {"message_id": number, "date": 1, "chat": chat, "from": self._user(), **content}

    def _user(self) -> Json:
        return {"id": self.person.chat_id, "is_bot": False, "first_name": "A"}


def add_person(connection: Connection, chat_id: int, **more: Any) -> None:
    day = datetime(2026, 11, 20, tzinfo=UTC).date()
    row = {
        "chat_id": chat_id,
        "language": "en",
        "place": MENU,
        "first_seen": day,
        "last_seen": day,
        "blocked": False,
        "subscriptions": 5,
    }
    connection.execute(insert(people).values({**row, **more}))


def country_name(code: str, _: Language) -> str:
    return code


def surroundings(composing: Composing) -> Routes:
    """The little of the rest of the bot that the composer leads to."""

    def menu(visit: Visit) -> Reply:
        return Reply(visit.person, MENU)

    return Routes(
        commands={"menu": menu, "cancel": lambda visit: composing.cancel(visit) or menu(visit)},
        presses={"menu": menu, "bc": composing.press},
        places={MENU: lambda _, __: Screen("menu")},
        otherwise=lambda visit: Reply(visit.person, visit.person.place, "odd"),
    )
