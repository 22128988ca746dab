"""What is done every hour: old update ids and idle conversations go."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot.chat import store
from bot.chat.desk import Clock
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 3600
NIGHT = 2
Chore = Callable[[Connection, datetime], int]


class Housekeeping:
    """`chores` get the connection and the time (aware, UTC), and tell how many rows they removed."""

    def __init__(self, writer: Writer, clock: Clock, chores: tuple[Chore, ...]) -> None:
        self._writer, self._clock, self._chores = writer, clock, chores

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self.once()
            await asyncio.sleep(EVERY_SECONDS)

    async def once(self) -> int:
        """How many rows went."""
        now = self._clock()

        def unit(connection: Connection) -> int:
            gone = store.forget_old_updates(connection, now)
            gone += store.forget_set_aside(connection, now)
            return gone + sum(chore(connection, now) for chore in self._chores)

        try:
            gone = await self._writer.run(unit)
        except Exception as error:  # noqa: BLE001 - tried again in an hour
            log.error("housekeeping failed: %s", type(error).__name__)  # noqa: TRY400
            return 0
        if gone:
            self._writer.wiping.begin()
        if now.hour == NIGHT:
            self._writer.wiping.begin_thoroughly()
        return gone
