"""Somebody who reads: presses go through the routes as the bot routes them, on a real database."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from random import Random

from sqlalchemy import Connection
from telegram import CallbackQuery, Update, User

from bot.chat.people import store as people
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.chat.visit import Reply, Visit
from bot.content import Content
from bot.home.menu import Menu
from bot.settings import load_settings
from bot.shipped import templates_folder
from bot.storage.vault import Vault
from bot.stories.keys import Keys
from bot.stories.reading.handlers import Reading
from bot.texts.language import Language

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
VAULT = Vault("a secret of at least thirty-two characters")
CARD = templates_folder() / "documents" / "story.typ"


@cache
def languages() -> dict[str, Language]:
    return dict(Content.load(load_settings(_env_file=None)).library.languages)


class Room:
    """The reading part and what it tells others: whose labels changed, what was reported."""

    def __init__(self, connection: Connection, random: Random | None = None) -> None:
        self.connection = connection
        self.labels: list[int] = []
        self.reports: list[int] = []
        self.reading = Reading(
            VAULT,
            Keys(VAULT),
            lambda _, number: self.labels.append(number),
            lambda _, number: self.reports.append(number),
            CARD,
            lambda number: f"https://t.me/galateo_bot?start=story_{number}",
            random or Random(4),
        )
        menu = Menu(lambda _: [], (self.reading.open_link,))
        self.routes: Routes = self.reading.routes() | menu.routes()

    def reader(self, chat_id: int = 7, language: str = "en") -> "Reader":
        return Reader(self, chat_id, language)

    def vote(self, data: str, user_id: int = 99, language: str = "en") -> Answer:
        """A press under a post of the channel."""
        query = CallbackQuery("1", User(user_id, "x", is_bot=False), "1", data=data)
        touch = Touch(
            self.connection,
            Update(1, callback_query=query),
            -100,
            user_id,
            languages()[language],
            NOW,
            private=False,
            data=data,
        )
        answer = self.routes.answer(touch)
        assert answer is not None
        return answer


class Reader:
    """`reply` and `screen` are what came last."""

    def __init__(self, room: Room, chat_id: int, language: str) -> None:
        self._room = room
        self.language = languages()[language]
        self.person = people.meet(room.connection, chat_id, language, NOW.date())
        self.reply = Reply(self.person, "menu")
        self.screen = Screen("")

    def press(self, data: str) -> "Reader":
        return self._do(data=data)

    def tap(self, label: str) -> "Reader":
        """The button whose label contains it."""
        return self.press(self.button(label).data or "")

    def type(self, text: str) -> "Reader":
        return self._do(text=text)

    def again(self) -> Screen:
        """The place rendered anew, as after a crash."""
        return self._room.routes.screen(self._visit(), self.person.place)

    def button(self, label: str) -> Button:
        for button in self.buttons:
            if label in button.label:
                return button
        raise AssertionError(f"no button {label!r} among {[one.label for one in self.buttons]}")

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.screen.rows for button in row]

    @property
    def markup(self) -> object:
        """What goes to Telegram under the text."""
        return self.screen.markup()

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def _visit(self, text: str = "", data: str = "") -> Visit:
        visit = Visit(self._room.connection, self.person, self.language, NOW)
        argument = text.partition(" ")[2] if text.startswith("/") else ""
        return replace(visit, text=text, written=text, data=data, argument=argument)

    def _do(self, text: str = "", data: str = "") -> "Reader":
        visit = self._visit(text, data)
        self.reply = self._room.routes.reply(visit)
        before, self.person = self.person, replace(self.reply.person, place=self.reply.place)
        people.save(self._room.connection, before, self.person)
        place = self.reply.shows or self.reply.place
        shown = self.reply.screen or self._room.routes.screen(
            visit.at(self.person, self.language), place
        )
        self.screen = shown.with_notice(self.reply.notice)
        return self
