"""A bot that takes its updates by polling or by webhook."""

import contextlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path

from bot.app import Bot
from bot.playground.server import Playground
from tests.world import Clock, running, settings_for

INTAKES = ("polling", "webhook")


@contextlib.asynccontextmanager
async def served(playground: Playground, folder: Path, intake: str) -> AsyncIterator[Bot]:
    changes = {}
    if intake == "webhook":
        address = f"127.0.0.1:{_free_port()}"
        changes = {"webhook_url": f"http://{address}", "listen": address}
    async with running(settings_for(playground, folder, **changes), Clock()) as bot:
        yield bot


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
