"""An intake that takes updates and works on none, to see what is kept."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from sqlalchemy import Connection, select

from bot.app import Bot
from bot.chat.intake import Intake
from bot.chat.unit import UnitOfWork
from bot.playground.server import Playground
from bot.storage.tables import inbox
from bot.storage.vault import Vault

SECRET = "s" * 40


@contextlib.asynccontextmanager
async def standing_still(bot: Bot) -> AsyncIterator[Intake]:
    work = UnitOfWork(bot.desk, bot.database.writer, bot.presenter.show)
    intake = Intake(bot.application, work, bot.database.writer, Vault(SECRET), running=0)
    yield intake
    for task in intake._tasks:
        task.cancel()


async def kept(bot: Bot) -> list[int]:
    def ids(connection: Connection) -> list[int]:
        return list(connection.scalars(select(inbox.c.update_id).order_by(inbox.c.update_id)))

    return await bot.database.writer.run(ids)


async def acknowledged(playground: Playground) -> None:
    while playground.telegram.pending_updates:  # noqa: ASYNC110 - no event tells it
        await asyncio.sleep(0.01)
