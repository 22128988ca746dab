"""The bot as a process that can be killed and started again."""

import asyncio
import atexit
import contextlib
import functools
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.playground.server import Playground
from tests.chaos.zygote import Plan
from tests.world import TOKEN

REPOSITORY = Path(__file__).parents[2]


class BotProcess:
    """One bot at a time; `code` is the exit code of the last one, None while it runs."""

    def __init__(self, zygote: "Zygote") -> None:
        self._zygote = zygote
        self._pid = 0
        self._ended: asyncio.Task[int] | None = None

    @property
    def code(self) -> int | None:
        return self._ended.result() if self._ended and self._ended.done() else None

    @property
    def alive(self) -> bool:
        return self._ended is not None and not self._ended.done()

    async def start(self, plan: Plan) -> None:
        self._zygote.stdin.write(plan.line())
        self._zygote.stdin.flush()
        self._pid = await self._number()
        self._ended = asyncio.create_task(self._number())

    async def stop(self, number: int = signal.SIGTERM) -> int:
        """Its exit code."""
        assert self._ended is not None
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, number)
        return await self._ended

    async def _number(self) -> int:
        return int(await asyncio.to_thread(self._zygote.stdout.readline))


def plan_for(playground: Playground, folder: Path, intake: str) -> Plan:
    """A bot on this local Telegram, whose updates come by "polling" or by "webhook"."""
    folder.mkdir(parents=True, exist_ok=True)
    address = f"127.0.0.1:{_free_port()}"
    settings = {
        "bot_token": TOKEN,
        "telegram_api_url": playground.url,
        "data_dir": str(folder),
        "secret_key": "s" * 40,
        "listen": address,
        "webhook_url": f"http://{address}" if intake == "webhook" else "",
    }
    return Plan(settings, log=str(folder / "bot.log"))


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass(frozen=True)
class Zygote:
    stdin: IO[bytes]
    stdout: IO[bytes]

    @classmethod
    @functools.cache
    def one(cls) -> "Zygote":
        """The same for all tests of a process: it takes seconds to start. Ends with the process."""
        command = [sys.executable, "-m", "tests.chaos.zygote"]
        started = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY
        )
        atexit.register(started.communicate)
        assert started.stdin
        assert started.stdout
        return cls(started.stdin, started.stdout)


@contextlib.asynccontextmanager
async def bot_process() -> AsyncIterator[BotProcess]:
    process = BotProcess(Zygote.one())
    try:
        yield process
    finally:
        if process.alive:
            await process.stop(signal.SIGKILL)
