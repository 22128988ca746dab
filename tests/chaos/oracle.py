"""What a bot that never stopped makes of the same updates."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from telegram import Update

from bot.app import Content, routes_of
from bot.chat.desk import Desk
from bot.chat.screens import Button, Screen
from bot.guides.store import Conversations
from bot.playground.html_parser import parse_html
from bot.playground.updates import Updates
from bot.settings import Settings
from bot.storage.engine import open_engine
from bot.storage.tables import metadata, people
from bot.storage.vault import Vault

Json = dict[str, Any]
Look = tuple[str, tuple[tuple[tuple[str, str], ...], ...]]
"""A message as a person sees it: its words, and label and effect of each button."""


class Ledger(Updates):
    """The queue of updates, which remembers all that ever stood in it."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Json] = []

    def add(self, update: Json, now: float) -> int | None:
        number = super().add(update, now)
        if number is not None:
            self.sent.append({"update_id": number, **update})
        return number


class Oracle:
    """`catch_up` takes each update once, in the order in which it was sent."""

    def __init__(self, settings: Settings, folder: Path, ledger: Ledger) -> None:
        content = Content.load(settings)
        self.vault = Vault(settings.secret_key.get_secret_value())
        self._engine = open_engine(f"sqlite:///{folder / 'oracle.db'}")
        metadata.create_all(self._engine)
        languages = content.library.languages
        self._desk = Desk(routes_of(content, self.vault), languages, settings.default_language)
        self._ledger, self._taken = ledger, 0
        self._screens: dict[int, Screen] = {}
        self.state: Json = {}
        self.looks: dict[int, list[Look]] = {}

    def catch_up(self) -> None:
        """Afterwards `state` and `looks` hold what is to be found: a look of each chat.

        A screen shown anew after a crash comes without the notice above it, so that looks, too.
        """
        new = self._ledger.sent[self._taken :]
        self._taken += len(new)
        with self._engine.begin() as connection:
            for raw in new:
                work = self._desk.take(connection, Update.de_json(raw, None))
                if work is not None and work.screen is not None:
                    self._screens[work.chat_id] = work.screen
            self.state = state_of(connection, self.vault)
            for chat, screen in self._screens.items():
                again = self._desk.again(connection, chat)
                self.looks[chat] = _looks([screen, again.screen if again else None])

    def close(self) -> None:
        self._engine.dispose()


def state_of(connection: Connection, vault: Vault) -> Json:
    """All that is kept of each person but what message shows their screen."""
    names = ("language", "country", "time_zone", "place", "blocked")
    conversations = Conversations(vault)
    return {
        row.chat_id: {name: getattr(row, name) for name in names}
        | {"guides": conversations.export(connection, row.chat_id)}
        for row in connection.execute(select(people)).all()
    }


def look(message: Json) -> Look:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return message.get("text", ""), tuple(tuple(map(_key, row)) for row in rows)


def _key(button: Json) -> tuple[str, str]:
    copied = button.get("copy_text", {}).get("text", "")
    return button["text"], button.get("callback_data") or button.get("url") or copied


def _looks(screens: Iterable[Screen | None]) -> list[Look]:
    return [
        (parse_html(screen.text).text, tuple(tuple(map(_drawn, row)) for row in screen.rows))
        for screen in screens
        if screen is not None
    ]


def _drawn(button: Button) -> tuple[str, str]:
    return button.label, button.data or button.url or button.copy or ""
