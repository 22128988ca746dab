"""A database file, and somebody who tells."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection

import bot.storage.story_tables  # noqa: F401 - the tables are made below
from bot.storage.engine import open_engine
from bot.storage.tables import metadata
from bot.stories.telling import Telling
from tests.stories.telling.teller import KEYS, VAULT, SpokenAnswers, Teller


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def answers() -> SpokenAnswers:
    return SpokenAnswers()


@pytest.fixture
def telling(answers: SpokenAnswers) -> Telling:
    return Telling(VAULT, KEYS, Random(1), answers=answers)


@pytest.fixture
def anna(connection: Connection, telling: Telling) -> Teller:
    return Teller(connection, telling)


@pytest.fixture
def somebody(connection: Connection, telling: Telling) -> Callable[..., Teller]:
    """Somebody else who uses the same bot: `chat_id`, `language`."""
    return lambda **who: Teller(connection, telling, **who)
