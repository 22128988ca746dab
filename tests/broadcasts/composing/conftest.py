"""A database file, and an admin who writes a broadcast."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.tables import metadata
from tests.broadcasts.composing.composer import Composer


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def anna(connection: Connection) -> Composer:
    return Composer(connection)
