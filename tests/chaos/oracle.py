"""What a bot that never stopped makes of the same updates."""

import contextlib
from collections.abc import AsyncIterator, Iterable
from typing import Any

from sqlalchemy import Connection, DateTime, LargeBinary, select
from telegram import Update

from bot.app import Bot
from bot.chat.screens import Button, Screen
from bot.guides.store import Conversations
from bot.playground.html_parser import parse_html
from bot.playground.updates import Updates
from bot.settings import Settings
from bot.storage.broadcast_tables import statistics
from bot.storage.tables import inbox, metadata, owed, people, set_aside, settings, updates
from bot.storage.vault import Vault
from tests.chaos.content import content_at_hand

Json = dict[str, Any]
Look = tuple[str, tuple[tuple[tuple[str, str], ...], ...]]
"""A message as a person sees it: its words, and label and effect of each button."""

# What no update decides: `settings` hold what workers note, and here there are none; counts of
# `statistics` are kept in memory for some seconds, and a death may take them.
BESIDE_UPDATES = {inbox, owed, updates, set_aside, settings, statistics}
TELLING_NOTHING = {"screen_id", "id"}


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
    """A second bot, which never asks for updates: `catch_up` gives it each once, in order."""

    def __init__(self, bot: Bot, ledger: Ledger) -> None:
        self._bot, self._ledger, self._taken = bot, ledger, 0
        self._screens: dict[int, Screen] = {}
        self.vault = Vault(bot.settings.secret_key.get_secret_value())
        self.state: Json = {}
        self.looks: dict[int, list[Look]] = {}

    async def catch_up(self) -> None:
        """Afterwards `state` and `looks` hold what is to be found: the looks of each chat.

        A screen shown anew after a crash comes without the notice above it, so that looks, too.
        """
        new = self._ledger.sent[self._taken :]
        self._taken += len(new)
        await self._bot.database.writer.run(lambda connection: self._take(connection, new))

    def _take(self, connection: Connection, new: Iterable[Json]) -> None:
        desk = self._bot.desk
        for raw in new:
            work = desk.take(connection, Update.de_json(raw, None))
            if work is not None and work.screen is not None:
                self._screens[work.chat_id] = work.screen
        self.state = state_of(connection, self.vault)
        for chat, screen in self._screens.items():
            again = desk.again(connection, chat)
            self.looks[chat] = _looks([screen, again.screen if again else None])


@contextlib.asynccontextmanager
async def oracle_of(settings: Settings, ledger: Ledger) -> AsyncIterator[Oracle]:
    """`settings` name a folder of its own."""
    with content_at_hand():
        bot = Bot(settings)
    try:
        await bot.start()
        yield Oracle(bot, ledger)
    finally:
        await bot.stop()


def state_of(connection: Connection, vault: Vault) -> Json:
    """Every row there is that updates decide, by table; what is encrypted, opened."""
    conversations = Conversations(vault)
    chats = connection.scalars(select(people.c.chat_id)).all()
    found: Json = {"said": {chat: conversations.export(connection, chat) for chat in chats}}
    for table in set(metadata.sorted_tables) - BESIDE_UPDATES:
        columns = [column for column in table.c if column.name not in TELLING_NOTHING]
        columns = [one for one in columns if not isinstance(one.type, LargeBinary | DateTime)]
        rows = connection.execute(select(*columns)).all()
        found[table.name] = sorted(map(repr, map(tuple, rows)))
    return found


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
