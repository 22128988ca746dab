"""Fixtures: a database file alone, and the bot with its channel and its moderators' chat."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.playground import Playground
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from tests.stories.newsroom import Newsroom, newsroom


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.fixture
async def room(playground: Playground, tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(playground, tmp_path) as made:
        yield made
