"""A secret text and the token go through every failure there is, and come out nowhere.

The bot runs as a process of its own, at LOG_LEVEL=DEBUG, with features that fail on command.
"""

import asyncio
import contextlib
import resource
import sqlite3
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.playground.faults import Fault
from bot.playground.server import Playground
from tests.chat.stage import CORE, FAULTS, PATIENCE, TYPED, Stage, on_stage

SOME = ("junk", "refused", "flood", "reset")
TROUBLES = [
    *(("sendMessage", name) for name in FAULTS),
    *((method, name) for method in ("editMessageText", "answerCallbackQuery") for name in SOME),
    *(("getUpdates", name) for name in SOME),
]


async def test_telegram_on_its_worst_days(stage: Stage) -> None:
    telegram = stage.playground.telegram
    for method, name in TROUBLES:
        telegram.faults.order(method, None, FAULTS[name], 1)
        await stage.person.post(f"{TYPED} {name}")
        await _used_up(stage)
        await stage.serves_on()
    telegram.faults.order("sendMessage", None, Fault.timeout(), 1)
    await stage.person.post(TYPED)
    await stage.serves_on()
    await stage.check()
    assert await stage.process.stop() == 0
    await _after(stage)


async def _used_up(stage: Stage) -> None:
    """The fault has been met."""
    async with asyncio.timeout(PATIENCE):
        while stage.playground.telegram.faults._ordered:
            with contextlib.suppress(AssertionError):  # it may be this answer that is lost
                await stage.person.press_data("here", within=0.5)


async def _after(stage: Stage) -> None:
    assert stage.leaks.found_in(stage.process.output) == []


async def test_features_that_fail(stage: Stage) -> None:
    for name in ("handler", "screen", "sql", "type", "html", "aside", "place", "menu", "mended"):
        await stage.person.post(f"/sabotage_{name} {TYPED}")
        await stage.person.post(TYPED)
    await stage.serves_on()
    for update in _unparseable(stage.person.id):
        stage.playground.telegram.inject(update)
    await stage.serves_on()
    await stage.check()
    assert "is set aside" in stage.process.output
    assert "an error nobody awaited" in stage.process.output
    assert "an error nobody could handle" in stage.process.output
    assert await stage.process.stop() == 0
    await _after(stage)


def _unparseable(person: int) -> list[dict[str, Any]]:
    sender = {"id": person, "is_bot": False, "first_name": CORE}
    return [
        {"message": {"from": sender, "text": TYPED}},
        {"message": {"from": sender, "text": [TYPED], "chat": {"id": person, "type": "private"}}},
        {"message": TYPED},
        {"callback_query": {"from": sender, "data": {"x": TYPED}, "id": TYPED}},
    ]


async def test_a_database_that_fails(stage: Stage) -> None:
    with contextlib.closing(stage.database()) as database:
        await _without(stage, database, "conversations")
        await _without(stage, database, "people")
        await _without(stage, database, "updates", "set_aside")
        database.execute("BEGIN EXCLUSIVE")
        await stage.person.post(TYPED)
        await asyncio.sleep(0.5)
        database.execute("ROLLBACK")
        await stage.serves_on()
    await _full_disk(stage)
    await stage.check()
    assert await stage.process.stop() == 0
    await _after(stage)


async def _without(stage: Stage, database: sqlite3.Connection, *tables: str) -> None:
    """What is typed meets tables that are gone, in the middle of its unit."""
    for table in tables:
        database.execute(f"ALTER TABLE {table} RENAME TO gone_{table}")
    await stage.person.post(f"/start opt_out {TYPED}")
    await stage.person.post(TYPED)
    await asyncio.sleep(0.3)
    assert await _status(stage.port) in {200, 503}
    for table in tables:
        database.execute(f"ALTER TABLE gone_{table} RENAME TO {table}")
    await stage.serves_on()


async def _full_disk(stage: Stage) -> None:
    """No file may grow any more: writes fail with EFBIG, as with ENOSPC."""
    unlimited = resource.prlimit(
        stage.process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY)
    )
    await stage.person.post(TYPED)
    await asyncio.sleep(0.3)
    assert "nothing can be written" in stage.process.output
    resource.prlimit(stage.process.pid, resource.RLIMIT_FSIZE, unlimited)
    await stage.serves_on()


async def _status(port: int) -> int:
    async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as page:
        return page.status


async def test_ordinary_logs_would_have_told(telegram: Playground, tmp_path: Path) -> None:
    """The tests of this file can fail: the same bot, with the library's usual formatter."""
    async with on_stage(telegram, tmp_path, "unfiltered") as stage:
        await stage.person.post(f"/sabotage_aside {TYPED}")
        await stage.serves_on()
        await stage.process.stop()
        assert stage.leaks.found_in(stage.process.output) == ["text", "core"]
