"""A secret text and the token go through every failure there is, and come out nowhere.

The bot runs as a process of its own, at LOG_LEVEL=DEBUG, with features that fail on command.
"""

import asyncio
import contextlib
import resource
import socket
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.playground import UNLIMITED
from bot.playground.faults import Fault
from bot.playground.person import Person
from bot.playground.server import Playground
from tests.chat.leaks import Leaks
from tests.chat.process import BotProcess, bot_process, free_port

SECRET = "AAZyzzyvaTokenCanary_-0123456789"
TOKEN = f"7012345678:{SECRET}"
CORE = "Quagga-Canary"
TYPED = f'{CORE} «grüße» "q" & <b> \\ %41'
PATIENCE = 15.0


@dataclass
class Stage:
    """A local Telegram, the bot as a process, a person who says secret things."""

    playground: Playground
    process: BotProcess
    person: Person
    folder: Path
    port: int

    @property
    def leaks(self) -> Leaks:
        return Leaks({"text": TYPED, "core": CORE, "token": SECRET, "id": str(self.person.id)})

    async def serves_on(self) -> None:
        """Whatever was broken, afterwards there is an answer, to all that came before as well."""
        await self.person.press_data("here", within=PATIENCE)

    async def check(self) -> None:
        kept = Leaks({"text": TYPED, "core": CORE, "token": SECRET})
        assert self.leaks.found_in(self.process.output) == []
        assert kept.found_in_folder(self.folder) == []
        assert self.leaks.found_in(await _pages(self.port)) == []

    def database(self) -> sqlite3.Connection:
        path = self.folder / "data" / "bot-7012345678.db"
        return sqlite3.connect(path, isolation_level=None)


async def _pages(port: int) -> str:
    said = ""
    async with ClientSession() as session:
        for path in ("healthz", "metrics", "telegram", "nothing"):
            async with session.get(f"http://127.0.0.1:{port}/{path}") as response:
                said += f"{response.status} {response.headers} {await response.text()}"
    return said


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    async with Playground(token=TOKEN, limits=UNLIMITED) as playground:
        yield playground


@pytest.fixture
async def stage(telegram: Playground, tmp_path: Path) -> AsyncIterator[Stage]:
    async with _on_stage(telegram, tmp_path) as stage:
        yield stage


@contextlib.asynccontextmanager
async def _on_stage(telegram: Playground, folder: Path, *arguments: str) -> AsyncIterator[Stage]:
    port = free_port()
    settings = {"bot_token": TOKEN, "telegram_api_url": telegram.url, "listen": f"127.0.0.1:{port}"}
    async with bot_process(folder, "debug", *arguments, **settings) as process:
        person = telegram.person(name=CORE)
        await person.send("/start", within=30)
        yield Stage(telegram, process, person, folder, port)


ECHO = f'{{"ok": true, "result": "{TYPED} {TOKEN}'.encode()
FAULTS = {
    "junk": Fault.raw(ECHO),
    "a page": Fault.raw(b"<html>" + ECHO, status=502),
    "a list": Fault.raw(b"[1, 2]"),
    "refused": Fault.refusal(400, f'can\'t parse "{TYPED}" of bot{TOKEN}'),
    "unknown": Fault.refusal(404, f'no "{TYPED}" at /bot{TOKEN}/'),
    "server": Fault.refusal(500, f'"{TYPED}"'),
    "flood": Fault.refusal(429, f'"{TYPED}"', retry_after=1),
    "reset": Fault.reset(),
    "reset, done": Fault.reset(effect=True),
    "junk, done": Fault.raw(ECHO, effect=True),
}
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


FAILING_STARTS: dict[str, tuple[dict[str, object], str]] = {
    "no server": ({"telegram_api_url": "http://127.0.0.1:1"}, "cannot be reached"),
    "another token": ({"bot_token": f"7012345678:{SECRET}x"}, "BOT_TOKEN was refused"),
    "no token": ({"bot_token": f"{TOKEN} {CORE}"}, "BOT_TOKEN has a value it cannot take"),
    "no secret": ({"secret_key": CORE}, "SECRET_KEY has a value it cannot take"),
    "no level": ({"log_level": CORE}, "LOG_LEVEL has a value it cannot take"),
    "no folder": ({"data_dir": "/dev/null/x"}, "cannot be used"),
    "no templates": ({"templates_dir": "/nowhere"}, "/nowhere"),
    "no database": ({"database_url": f"postgresql://u:{SECRET}@h/{CORE}"}, "DATABASE_URL has"),
}


@pytest.mark.parametrize("name", FAILING_STARTS)
async def test_a_start_that_fails(telegram: Playground, tmp_path: Path, name: str) -> None:
    changes, words = FAILING_STARTS[name]
    await _fails(telegram, tmp_path, words, **changes)


async def test_a_port_that_is_taken(telegram: Playground, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        await _fails(telegram, tmp_path, "cannot be used", listen=f"127.0.0.1:{port}")


async def test_a_second_process(stage: Stage) -> None:
    await _fails(stage.playground, stage.folder, "Another Galateo is running")


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("getMe", "junk"),
        ("deleteWebhook", "refused"),
        ("deleteWebhook", "server"),
        ("getUpdates", "unknown"),
    ],
)
async def test_a_telegram_that_refuses_from_the_start(
    telegram: Playground, tmp_path: Path, method: str, name: str
) -> None:
    """It stops with a sentence, or it serves when Telegram is well again."""
    telegram.telegram.faults.order(method, None, FAULTS[name], 1)
    settings = {"bot_token": TOKEN, "telegram_api_url": telegram.url, "listen": "off"}
    leaks = Leaks({"core": CORE, "token": SECRET})
    async with bot_process(tmp_path, **settings) as process:
        person = telegram.person(name=CORE)
        answered = asyncio.create_task(person.send("/start", within=20))
        ended = asyncio.create_task(process.ended())
        await asyncio.wait([answered, ended], return_when=asyncio.FIRST_COMPLETED)
        answered.cancel()
        if not ended.done():
            await process.stop()
        await ended
    assert leaks.found_in(process.output) == []
    assert "stopped by an error" not in process.output


async def _fails(telegram: Playground, folder: Path, words: str, **changes: object) -> None:
    settings = {"bot_token": TOKEN, "telegram_api_url": telegram.url, "listen": "off", **changes}
    async with bot_process(folder, **settings) as process:
        assert await process.ended() == 1
    assert words in process.output
    assert "stopped by an error" not in process.output  # a sentence, not a crash
    assert Leaks({"core": CORE, "token": SECRET}).found_in(process.output) == []


async def test_ordinary_logs_would_have_told(telegram: Playground, tmp_path: Path) -> None:
    """The tests of this file can fail: the same bot, with the library's usual formatter."""
    async with _on_stage(telegram, tmp_path, "unfiltered") as stage:
        await stage.person.post(f"/sabotage_aside {TYPED}")
        await stage.serves_on()
        await stage.process.stop()
        assert stage.leaks.found_in(stage.process.output) == ["text", "core"]
