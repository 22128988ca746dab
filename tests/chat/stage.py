"""The bot on a stage: a process, a local Telegram, a person who says secret things."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

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


@contextlib.asynccontextmanager
async def on_stage(telegram: Playground, folder: Path, *arguments: str) -> AsyncIterator[Stage]:
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
