"""The bot as a process of its own: everything it says on its way is kept."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator
from pathlib import Path

SABOTEUR = Path(__file__).with_name("saboteur.py")
ROOT = Path(__file__).parent.parent.parent


class BotProcess:
    """`output` is what it has said so far, on both streams."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.pid = process.pid
        self.output = ""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self._process.stdout is not None
        while piece := await self._process.stdout.read(65536):
            self.output += piece.decode("utf-8", "replace")

    async def ended(self) -> int:
        """Its code, when it has ended by itself and all it said is read."""
        async with asyncio.timeout(30):
            await self._reading
            return await self._process.wait()

    async def stop(self) -> int:
        """As a service manager stops it."""
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGTERM)
        return await self.ended()

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()


@contextlib.asynccontextmanager
async def bot_process(
    folder: Path, *arguments: str, **settings: object
) -> AsyncIterator[BotProcess]:
    """`debug`: with Python's and the loop's own debugging, which say more than a bot in life."""
    debug = ("-X", "dev") if "debug" in arguments else ()
    process = await asyncio.create_subprocess_exec(
        sys.executable, *debug, str(SABOTEUR), *arguments,
        stdin=PIPE, stdout=PIPE, stderr=STDOUT, cwd=folder,
        env={
            **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}},
            "PYTHONPATH": str(ROOT),
            "LOG_LEVEL": "DEBUG",
            "DATA_DIR": str(folder / "data"),
            **{name.upper(): str(value) for name, value in settings.items()},
        },
    )  # fmt: skip
    running = BotProcess(process)
    try:
        yield running
    finally:
        running.kill()
        await running.ended()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
