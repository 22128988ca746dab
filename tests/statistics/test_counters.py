"""Counts gathered in memory and written together."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.statistics import store
from bot.statistics.counters import Counters, bucket
from bot.storage.broadcast_tables import statistics
from bot.storage.database import Database
from tests.world import Clock


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database.open(f"sqlite:///{tmp_path / 'bot.db'}")
    yield database
    await database.close()


async def rows(database: Database) -> dict[tuple[date, str], int]:
    found: Any = await database.writer.run(lambda c: c.execute(select(statistics)).all())
    return {(row.day, row.name): row.count for row in found}


async def test_counts_add_up(database: Database) -> None:
    counters = Counters(database.writer, Clock())
    for _ in range(3):
        counters.count("started:opt_out")
    await counters.flush()
    counters.count("started:opt_out", 2)
    counters.count("left:news")
    assert await counters.flush() == 2
    assert await counters.flush() == 0
    assert await rows(database) == {
        (date(2026, 11, 1), "started:opt_out"): 5,
        (date(2026, 11, 22), "left:news"): 1,
    }


async def test_what_cannot_be_written_waits(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    counters = Counters(database.writer, Clock())
    counters.count("left:news")

    def fail(_: Connection, **_counts: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(store, "add", fail)
        with pytest.raises(OSError):  # noqa: PT011 - it has no words
            await counters.flush()
        counters.count("left:news")
        await counters.close()
    assert await counters.flush() == 1
    assert list((await rows(database)).values()) == [2]


async def test_a_name_too_long_for_its_column_is_not_counted(database: Database) -> None:
    counters = Counters(database.writer, Clock())
    counters.count("x" * 41)
    assert await counters.flush() == 0


@pytest.mark.parametrize("name", ["?opt_out:who", "!opt_out:who", "missed", "word:parking"])
def test_steps_of_people_stand_under_a_month(name: str) -> None:
    assert bucket(name, date(2026, 11, 22)) == date(2026, 11, 1)


async def test_old_counts_go(database: Database) -> None:
    clock = Clock(datetime(2025, 9, 3, tzinfo=UTC))
    counters = Counters(database.writer, clock)
    counters.count("missed")
    await counters.flush()
    clock.pass_(days=440)
    counters.count("missed")
    await counters.flush()
    assert await database.writer.run(lambda c: store.forget_old(c, clock())) == 1
    assert list((await rows(database)).values()) == [1]
