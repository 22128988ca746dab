"""SQLite moves rows between pages and leaves copies behind, `secure_delete` or not.

It overwrites what is deleted, not the place a row was moved from: a copy would outlive the row.
After every erasure (a send, a decision, a withdrawal) the file holds each row once.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.wiping import empty_log
from bot.stories import store
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, State, Submission
from bot.stories.publishing.publisher import Publisher
from tests.stories.linkage.identity import markers_in
from tests.stories.linkage.office import NoChannel
from tests.stories.linkage.pages import Pages
from tests.stories.linkage.truth import told_by

DAY = date(2026, 11, 1)
STORIES = 60


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA synchronous=OFF")
        yield connection
    engine.dispose()


@pytest.mark.parametrize("seed", range(2))
def test_no_copy_of_a_row_outlives_an_erasure(
    connection: Connection, tmp_path: Path, seed: int
) -> None:
    random, publisher, waiting = Random(seed), Publisher(Random(seed), NoChannel()), []
    for number in range(STORIES):
        one = _submission(number, random)
        store.add(connection, one, random.randbytes(32), random)
        waiting.append(one)
        if number % 3 == 2:
            decided = waiting.pop(random.randrange(len(waiting)))
            publisher.publish(connection, decided, DAY)
        if number % 10 == 9:
            publisher.withdraw(connection, number // 10 + 1, DAY)
        connection.commit()
        assert empty_log(connection)
        slack = Pages((tmp_path / "bot.db").read_bytes()).slack
        copies = set(markers_in(slack.decode("latin-1")))
        assert not copies, f"after {number + 1} stories"


def _submission(number: int, random: Random) -> Submission:
    _, text = told_by(1, number, random)
    return Submission(new_key(), Kind.STORY, State.NEW, DAY, "en", Body(text))
