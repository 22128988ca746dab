"""Looking for what somebody left in the raw bytes of every file of the data folder."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

from bot.chat import store
from tests.world import World

INTEGER_BYTES = (1, 2, 3, 4, 6, 8)


class Traces:
    """Numbers as SQLite writes them and as decimals, texts in UTF-8 and in UTF-16."""

    def __init__(self, *things: int | str) -> None:
        self._forms = [form for thing in things for form in _forms(thing)]

    def found_in(self, folder: Path) -> list[str]:
        """The names of the files that hold any of them."""
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return [path.name for path in files if self.are_in(path.read_bytes())]

    def are_in(self, content: bytes) -> bool:
        return any(form in content for form in self._forms)


def _forms(thing: int | str) -> list[bytes]:
    if isinstance(thing, str):
        return [thing.encode(), thing.encode("utf-16-le"), thing.encode("utf-16-be")]
    width = next(size for size in INTEGER_BYTES if thing < 1 << (size * 8 - 1))
    return [thing.to_bytes(width, "big"), str(thing).encode()]


def database_of(world: World) -> Path:
    return world.settings.data_dir / f"bot-{world.bot.application.bot.id}.db"


def rows_of(database: sqlite3.Connection, table: str, chat_id: int) -> list[Any]:
    return database.execute(f"SELECT * FROM {table} WHERE chat_id = ?", (chat_id,)).fetchall()


async def nothing_owed(world: World) -> None:
    """Every screen has arrived and is known to have."""
    async with asyncio.timeout(5):
        while await world.bot.database.writer.run(store.debts):
            pass
