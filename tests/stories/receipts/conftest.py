"""Fixtures: a real SQLite file, somebody who has receipts, and what they press and type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.tables import metadata
from tests.stories.receipts.desk import Desk


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def desk(connection: Connection) -> Desk:
    return Desk(connection)
