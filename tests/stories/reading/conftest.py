"""Fixtures: an empty database, the reading part on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from tests.stories.reading.reader import Reader, Room


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def room(connection: Connection) -> Room:
    return Room(connection)


@pytest.fixture
def reader(room: Room) -> Reader:
    return room.reader()
