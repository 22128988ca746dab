"""Fixtures: the reading part on an empty database."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from tests.stories.reading.reader import Reader, Room

Rewound = Callable[[], AbstractContextManager[Connection]]


@pytest.fixture(scope="module")
def rewound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rewound]:
    """For examples by the dozen: each begins with the same empty database."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('rewound') / 'bot.db'}")
    migrate(engine)

    @contextmanager
    def empty() -> Iterator[Connection]:
        nested = opened.begin_nested()
        try:
            yield opened
        finally:
            nested.rollback()

    with engine.connect() as opened:
        yield empty
    engine.dispose()


@pytest.fixture
def room(connection: Connection) -> Room:
    return Room(connection)


@pytest.fixture
def reader(room: Room) -> Reader:
    return room.reader()
