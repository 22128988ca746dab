"""The bot as it is, in a process of its own.

On a line on its standard input it begins the broadcast that was prepared.
"""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

from bot.app import Bot
from bot.broadcasts import store
from bot.chat.desk import utc_now
from bot.delivery.quiet import quiet_library
from bot.settings import load_settings
from tests.world import TOKEN


def database_of(folder: Path) -> Path:
    return folder / f"bot-{TOKEN.partition(':')[0]}.db"


@contextlib.asynccontextmanager
async def broadcaster(url: str, folder: Path, rate: float) -> AsyncIterator[Process]:
    """Ready, and stopped in good order at the end; the database of the folder is its."""
    environment = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": url,
        "DATA_DIR": str(folder),
        "LISTEN": "off",
        "MESSAGES_PER_SECOND": str(rate),
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "PATH": "",
        "LOG_LEVEL": "WARNING",
    }
    command = (sys.executable, "-m", "tests.broadcasts.sending.broadcaster")
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=folder, stdin=PIPE, stdout=PIPE
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        assert await process.stdout.readline() == b"ready\n"
        yield process
    finally:
        process.stdin.close()
        await process.wait()


async def begin(process: Process, broadcast: int) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{broadcast}\n".encode())
    await process.stdin.drain()


async def main() -> None:
    settings = load_settings()
    quiet_library()
    bot = Bot(settings)
    await bot.start()
    writer = bot.database.writer
    running = asyncio.create_task(bot.run())
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while line := await asyncio.to_thread(sys.stdin.readline):
        await writer.run(partial(store.schedule, broadcast=int(line), at=utc_now()))
        bot.features.broadcasts._sender.wake()
    running.cancel()
    await bot.features.broadcasts.close()
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
