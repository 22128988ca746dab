"""The bot as it is, on a local Telegram over real HTTP, with a real database."""

import asyncio
import contextlib
import functools
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import Bot
from bot.content import Content
from bot.playground.person import Person
from bot.playground.server import Playground
from bot.settings import Settings, load_settings

TOKEN = "1000:test-token"


@dataclass
class Clock:
    """A clock that tests turn on; aware, in UTC."""

    now: datetime = datetime(2026, 11, 22, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **period: float) -> None:
        self.now += timedelta(**period)


@dataclass
class World:
    """A local Telegram and the bot on it; `person` makes somebody who uses it."""

    playground: Playground
    bot: Bot
    clock: Clock
    settings: Settings

    def person(self, role: str = "customer", language: str = "en", **more: Any) -> Person:
        return self.playground.person(role, language=language, **more)

    def sent_file(self, person: Person) -> tuple[str, bytes]:
        """Name and content of the newest document in the person's chat."""
        document = next(one["document"] for one in reversed(person.messages) if "document" in one)
        return document["file_name"], self.content_of(document)

    def content_of(self, document: dict[str, Any]) -> bytes:
        files = self.playground.telegram.files
        stored = files.get(document["file_id"])
        assert stored is not None
        return files.content(stored)


def settings_for(playground: Playground, folder: Path, **changes: Any) -> Settings:
    given: dict[str, Any] = {
        "bot_token": TOKEN,
        "telegram_api_url": playground.url,
        "data_dir": folder,
        "listen": "off",
        "_env_file": None,
    }
    return load_settings(**{**given, **changes})


def _shipped(settings: Settings) -> Content | None:
    """What comes along is read once for all tests; a folder of a test's own is read anew."""
    own = settings.templates_dir or settings.locales_dir
    return None if own else _content()


@functools.cache
def _content() -> Content:
    return Content.load(load_settings(_env_file=None))


@contextlib.asynccontextmanager
async def running(settings: Settings, clock: Callable[[], datetime]) -> AsyncIterator[Bot]:
    """The bot started and serving, stopped as SIGTERM would."""
    bot = Bot(settings, clock=clock, content=_shipped(settings))
    try:
        await bot.start()
        serving = asyncio.create_task(bot.run())
        yield bot
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving
    finally:
        await bot.stop()
