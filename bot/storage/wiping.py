"""What is erased goes from SQLite's log as well, as soon as nobody reads it.

`secure_delete` overwrites erased rows in the database; the pages as they were before stay in the
write-ahead log until a checkpoint truncates it. Where SQLite moved rows from page to page it leaves
their old bytes behind all the same, until the file is written anew (VACUUM): at once while it is
small, at night when it is large.
"""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import Connection

from bot.storage.engine import BUSY_MILLISECONDS

FIRST_PAUSE, LONGEST_PAUSE = 0.02, 2.0
SMALL_PAGES = 4_000  # 16 MB, written anew in about 0.15 s


class Wiping:
    """`empty` empties the log after all that was posted before, and writes a large file anew where
    it is told to; False while a reader holds it.
    """

    def __init__(self, empty: Callable[[bool], Awaitable[bool]]) -> None:
        self._empty = empty
        self._thorough = self._left = False
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Something was erased and committed. Returns at once."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())

    def begin_thoroughly(self) -> None:
        """For the night: a large file, too, is written anew if something went since the last time."""
        if self._left:
            self._thorough, self._left = True, False
            self.begin()

    async def finished(self) -> None:
        """Returns when nothing erased is left."""
        if self._task is not None:
            await asyncio.shield(self._task)

    async def close(self) -> None:
        """Gives up waiting for readers: the last connection to close empties the log."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        pause = FIRST_PAUSE
        while self._wanted:
            thorough, self._wanted, self._thorough = self._thorough, False, False
            self._left = self._left or not thorough
            if not await self._empty(thorough):
                self._wanted, self._thorough = True, thorough
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)


def empty_log(connection: Connection, *, thorough: bool = False) -> bool:
    """On SQLite; to be called outside of a transaction. Waits for no reader: units wait behind.

    `thorough`: a large file is written anew as well.
    """
    if connection.dialect.name != "sqlite":
        return True
    try:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA busy_timeout=0")
        try:
            if thorough or raw.execute("PRAGMA page_count").fetchone()[0] <= SMALL_PAGES:
                raw.execute("VACUUM")
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            raw.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    except Exception:  # noqa: BLE001 - whatever it was, it is tried again
        return False
    return not busy
