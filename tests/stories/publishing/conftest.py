"""Fixtures: a database, and the channel with its worker."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from tests.stories.publishing.kiosk import Kiosk, kiosk


@pytest.fixture
async def stand(tmp_path: Path) -> AsyncIterator[Kiosk]:
    async with kiosk(tmp_path) as made:
        yield made


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as opened:
        yield opened
    engine.dispose()
