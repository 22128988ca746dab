"""The statistics' part of the bot, put together."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.chat.routes import Routes
from bot.chat.worker import Worker
from bot.statistics import store
from bot.statistics.board import Board
from bot.statistics.chart import Named
from bot.statistics.counters import EVERY_SECONDS, Counters
from bot.statistics.handlers import May, NumbersPage
from bot.storage.database import Database


class Statistics:
    """Made once a start. Features get `counters.count` and `counters.missed`."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.counters = Counters(database.writer, clock)
        self.board = Board(database.url, self.counters, clock)
        self._flushing = Worker("counters", self.counters.flush, EVERY_SECONDS)

    def routes(self, may: May, named: Named, template: Path) -> Routes:
        """As `NumbersPage` takes them: asked for anew when texts change."""
        return NumbersPage(may, self.board.latest, named, template).routes()

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        """To be run as long as the bot runs."""
        return (self._flushing.run, self.board.run)

    def tidy(self, connection: Connection, now: datetime) -> int:
        """Every hour: how many rows went."""
        return store.forget_old(connection, now)

    async def close(self) -> None:
        """After the last unit of work that counts, before the database is closed."""
        await self.counters.close()
