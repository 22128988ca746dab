"""Fixtures: a database alone, a local Telegram, the bot on it, somebody who uses it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Connection

from bot.playground import UNLIMITED, Playground
from bot.playground.person import Person
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from tests.world import TOKEN, Clock, World, running, settings_for

# A busy machine is no failure of what is tested.
hypothesis_settings.register_profile(
    "galateo", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("galateo")


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(token=TOKEN, limits=UNLIMITED)
    await playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """To a database file without a bot."""
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.fixture
async def world(playground: Playground, tmp_path: Path) -> AsyncIterator[World]:
    clock = Clock()
    settings = settings_for(playground, tmp_path)
    async with running(settings, clock) as bot:
        yield World(playground, bot, clock, settings)


@pytest.fixture
async def customer(world: World) -> Person:
    return world.person()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many screens the walk through every guide sent."""
    passed: list[pytest.TestReport] = terminalreporter.stats.get("passed", [])
    counts = [
        int(str(value))
        for one in passed
        for name, value in one.user_properties
        if name == "screens"
    ]
    if counts:
        terminalreporter.write_line(f"{sum(counts)} screens of guides sent and accepted")
