from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.migrate import migrate


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as opened:
        yield opened
    engine.dispose()
