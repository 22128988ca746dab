"""The bot as a process that can be killed and started again."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from bot.playground.server import Playground
from tests.chaos.zygote import Plan
from tests.world import TOKEN

REPOSITORY = Path(__file__).parents[2]


class BotProcess:
    """One bot at a time; `code` is the exit code of the last one, None while it runs."""

    def __init__(self, zygote: asyncio.subprocess.Process) -> None:
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
        assert self._zygote.stdin is not None
        self._zygote.stdin.write(plan.line())
        self._pid = await self._number()
        self._ended = asyncio.create_task(self._number())

    async def stop(self, number: int = signal.SIGTERM) -> int:
        """Its exit code."""
        assert self._ended is not None
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, number)
        return await self._ended

    async def _number(self) -> int:
        assert self._zygote.stdout is not None
        return int(await self._zygote.stdout.readline())


def plan_for(playground: Playground, folder: Path, intake: str) -> Plan:
    """A bot on this local Telegram, whose updates come by "polling" or by "webhook"."""
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


@contextlib.asynccontextmanager
async def bot_process() -> AsyncIterator[BotProcess]:
    zygote = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.chaos.zygote"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=REPOSITORY,
    )
    process = BotProcess(zygote)
    try:
        yield process
    finally:
        if process.alive:
            await process.stop(signal.SIGKILL)
        assert zygote.stdin is not None
        zygote.stdin.close()
        await zygote.wait()
