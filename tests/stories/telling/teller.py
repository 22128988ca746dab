"""Somebody who tells: types and presses on the composer alone, every screen held to Telegram's rules."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select
from telegram import Update
from telegram.constants import MessageLimit

from bot.chat.people import MENU, Person
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit, visit_of
from bot.playground.html_parser import parse_html
from bot.playground.keyboards import checked_markup
from bot.shipped import locales_folder, templates_folder
from bot.storage.submission_tables import drafts, submissions
from bot.storage.tables import people
from bot.storage.vault import Vault
from bot.stories.keys import Keys
from bot.stories.telling import ANSWER, Telling
from bot.texts.catalogue import load_catalogues
from bot.texts.html import utf16_length
from bot.texts.language import load_languages

LANGUAGES = load_languages(load_catalogues(locales_folder()), templates_folder())
VAULT = Vault("a secret of the tests alone")
KEYS = Keys(VAULT)
STORY = "They kept me waiting for an hour and nobody could tell me what the bill was for. " * 2
Json = dict[str, Any]


class SpokenAnswers:
    """Answers to moderators, as the receipts take them."""

    def __init__(self, digits: str | None = None, *, asked: bool = True) -> None:
        self.digits, self.asked, self.texts = digits, asked, list[str]()

    def waits_for(self, _: int) -> str | None:
        return self.digits

    def question(self, _: Visit) -> str:
        return "How long did it take?" if self.digits else ""

    def deliver(self, _: Visit, digits: str, text: str) -> bool:
        assert digits == self.digits
        if self.asked:
            self.texts.append(text)
        return self.asked


class Teller:
    def __init__(
        self, connection: Connection, telling: Telling, chat_id: int = 77, language: str = "en"
    ) -> None:
        self.connection, self.telling = connection, telling
        self.person = Person(chat_id, language)
        self.now = datetime(2026, 11, 22, 10, tzinfo=UTC)
        self.screen, self.reply = Screen(""), Reply(self.person, MENU)
        self.chat: dict[int, str] = {}
        self.sent: list[int] = []
        self._ids = itertools.count(100)
        self._routes = telling.routes() | surroundings(telling)
        day = self.now.date()
        connection.execute(
            insert(people).values(
                chat_id=chat_id, language=language, place=MENU,
                first_seen=day, last_seen=day, blocked=False,
            )
        )  # fmt: skip

    @property
    def text(self) -> str:
        """Without tags, as it is read; joiners that nobody sees are left out."""
        return parse_html(self.screen.text).text.replace("\u2060", "")

    @property
    def buttons(self) -> dict[str, Button]:
        return {button.label: button for row in self.screen.rows for button in row}

    def type(self, *texts: str) -> None:
        for text in texts:
            self.message(text=text)

    def message(self, **content: Any) -> int:
        number = next(self._ids)
        self.sent.append(number)
        self.chat[number] = content.get("text", "")
        self._take("message", self._message(number, **content))
        return number

    def edit(self, number: int, text: str) -> None:
        self._take("edited_message", {**self._message(number, text=text), "edit_date": 2})

    def press(self, *labels: str) -> None:
        """Labels, or their beginnings, one after the other."""
        for label in labels:
            found = [b for name, b in self.buttons.items() if name == label or label in name]
            assert found, f"no {label!r} among {list(self.buttons)}\n{self.text}"
            assert found[0].data, label
            self.press_data(found[0].data)

    def press_data(self, data: str, on: int | None = None) -> None:
        shown = on or self.person.screen_id or 1
        self._take(
            "callback_query",
            {
                "id": "1",
                "from": self._user(),
                "chat_instance": "1",
                "data": data,
                "message": self._message(shown, text="screen"),
            },
        )

    def again(self) -> None:
        """The screen that is rendered after a crash, as a new message."""
        shows = self.reply.shows or self.reply.place
        self._show(self._routes.screen(self._visit(), shows), fresh=True)

    def pass_(self, **period: float) -> None:
        self.now += timedelta(**period)

    def sealed(self) -> bytes | None:
        return self.connection.scalar(select(drafts.c.sealed))

    def submitted(self) -> list[Json]:
        rows = self.connection.execute(select(submissions)).mappings()
        return [dict(row) for row in rows]

    def begin(self, kind: str, about: int | None = None) -> None:
        """As other parts of the bot begin it, which have seen the receipt."""
        self._arrive(self._visit(), self.telling.begin(self._visit(), kind, about), fresh=True)

    def _take(self, part: str, content: Json) -> None:
        update = Update.de_json({"update_id": 1, part: content}, None)
        before = self._visit(update)
        self._arrive(before, self._routes.reply(before), fresh=part != "callback_query")

    def _arrive(self, before: Visit, reply: Reply, *, fresh: bool) -> None:
        self.reply = reply
        self.person = replace(self.reply.person, place=self.reply.place)
        assert utf16_length(self.person.place) <= 64
        after = before.at(self.person, before.language)
        place = self.reply.shows or self.reply.place
        screen = self.reply.screen or self._routes.screen(after, place)
        for number in self.reply.delete:
            self.chat.pop(number, None)
        self._show(screen.with_notice(self.reply.notice), fresh=self.reply.fresh or fresh)

    def _visit(self, update: Update | None = None) -> Visit:
        language = LANGUAGES[self.person.language]
        if update is None:
            return Visit(self.connection, self.person, language, self.now)
        return visit_of(self.connection, update, self.person, language, self.now)

    def _show(self, screen: Screen, *, fresh: bool) -> None:
        read = parse_html(screen.text).text
        assert 0 < utf16_length(read) <= MessageLimit.MAX_TEXT_LENGTH
        assert "\n\n\n" not in read
        markup = screen.markup()
        checked_markup(markup.to_dict() if markup else None)
        for button in self._all(screen):
            assert len((button.data or "").encode()) <= 64
        if fresh or self.person.screen_id is None:
            self.person = replace(self.person, screen_id=next(self._ids))
        self.screen = screen
        self.chat[self.person.screen_id or 0] = read

    @staticmethod
    def _all(screen: Screen) -> list[Button]:
        return [button for row in screen.rows for button in row]

    def _message(self, number: int, **content: Any) -> Json:
        chat = {"id": self.person.chat_id, "type": "private"}
        return {"message_id": number, "date": 1, "chat": chat, "from": self._user(), **content}

    def _user(self) -> Json:
        return {"id": self.person.chat_id, "is_bot": False, "first_name": "A"}


def surroundings(telling: Telling) -> Routes:
    """The little of the rest of the bot that the composer leads to."""

    def here(visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place)

    def menu(visit: Visit) -> Reply:
        return Reply(visit.person, MENU)

    def story(visit: Visit) -> Reply:
        return Reply(visit.person, visit.data)

    def cancel(visit: Visit) -> Reply:
        return telling.cancel(visit) or menu(visit)

    def answer(visit: Visit) -> Reply:
        return telling.begin(visit, ANSWER)

    return Routes(
        commands={"menu": menu, "cancel": cancel},
        presses={"menu": menu, "here": here, "answer": answer, "stories": story},
        places={
            MENU: lambda _, __: Screen("menu"),
            "receipt": lambda _, __: Screen("receipt"),
            "stories": lambda _, place: Screen(f"story #{place.split(':')[1]}"),
        },
        otherwise=lambda visit: Reply(visit.person, visit.person.place, "odd"),
    )
