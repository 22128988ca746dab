"""A broadcast to more people than fit into a test's patience, and a server that asks nothing."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil
from aiohttp import web
from sqlalchemy import Connection, text

from bot.storage.database import Database
from tests.broadcasts.sending.broadcaster import begin, broadcaster, database_of
from tests.broadcasts.sending.rows import add_broadcast

RATE = 1000.0
MANY = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
INSERT INTO people
    (chat_id, language, country, place, first_seen, last_seen, blocked, subscriptions,
     quiet_from, quiet_to)
SELECT 700000000 + i, CASE i % 3 WHEN 0 THEN 'it' WHEN 1 THEN 'pl' ELSE 'en' END,
    CASE i % 4 WHEN 0 THEN 'IT' WHEN 1 THEN 'PL' WHEN 2 THEN 'GB' END, 'menu',
    '2026-01-01', '2026-11-01', 0, 5, i % 24, i % 24
FROM n
"""


@dataclass
class Sink:
    """Says yes to everything at once; `sent` is the number of messages."""

    first: asyncio.Event = field(default_factory=asyncio.Event)
    sent: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        await request.read()
        if method == "getUpdates":
            await asyncio.sleep(20)
        if method == "copyMessage":
            self.sent += 1
            self.first.set()
        body = {"ok": True, "result": self._result(method)}
        return web.Response(body=json.dumps(body), content_type="application/json")

    def _result(self, method: str) -> object:
        if method == "getMe":
            return {"id": 1000, "is_bot": True, "first_name": "Bot", "username": "sink_bot"}
        if method == "getUpdates":
            return []
        return {"message_id": self.sent} if method == "copyMessage" else True


@dataclass(frozen=True)
class Cost:
    """Of one window of messages: processor seconds a message, and resident bytes at its end."""

    seconds: float
    resident: int


@dataclass(frozen=True)
class Measured:
    """`first`: seconds from the order to the first message."""

    first: float
    costs: tuple[Cost, ...]


async def measured(folder: Path, count: int, windows: int, window: int) -> Measured:
    """A broadcast to `count` people, looked at for some windows of messages; the folder is there."""
    number = await _prepare(folder, count)
    sink = Sink()
    async with _serving(sink) as url, broadcaster(url, folder, RATE) as process:
        began = time.monotonic()
        await begin(process, number)
        await asyncio.wait_for(sink.first.wait(), 120)
        first = time.monotonic() - began
        bot = psutil.Process(process.pid)
        costs = [await _window(sink, bot, window) for _ in range(windows)]
    return Measured(first, tuple(costs))


async def _window(sink: Sink, bot: psutil.Process, window: int) -> Cost:
    before, busy = sink.sent, _busy(bot)
    while sink.sent < before + window:  # noqa: ASYNC110 - a coarse look disturbs nobody
        await asyncio.sleep(0.05)
    return Cost((_busy(bot) - busy) / (sink.sent - before), bot.memory_info().rss)


def _busy(bot: psutil.Process) -> float:
    times = bot.cpu_times()
    return float(times.user + times.system)


async def _prepare(folder: Path, count: int) -> int:
    """People of 72 clocks, all awake, and a draft."""
    database = Database.open(f"sqlite:///{database_of(folder)}")
    draft = partial(add_broadcast, source=1, messages=[1])

    def unit(connection: Connection) -> int:
        connection.execute(text(MANY), {"count": count})
        return draft(connection)

    number = await database.writer.run(unit)
    await database.close()
    return number


@contextlib.asynccontextmanager
async def _serving(sink: Sink) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", sink.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
