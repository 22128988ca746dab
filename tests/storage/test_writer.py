"""The one writer: many units one commit, a failing one alone, order, and the end."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import OperationalError

from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.tables import settings
from bot.storage.writer import Writer


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Writer]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    writer = Writer(engine)
    writer.start()
    yield writer
    if writer._thread.is_alive():
        await writer.close()


def write(name: str, value: str = "") -> Callable[[Connection], None]:
    return lambda connection: _insert(connection, name, value)


def _insert(connection: Connection, name: str, value: str) -> None:
    connection.execute(insert(settings).values(name=name, value=value))


def names(connection: Connection) -> list[str]:
    return list(connection.execute(select(settings.c.name).order_by(text("rowid"))).scalars())


async def outcomes_of(posted: Iterable["asyncio.Future[Any]"]) -> list[Any]:
    return await asyncio.gather(*posted, return_exceptions=True)


def hold(writer: Writer) -> tuple[threading.Event, "asyncio.Future[None]"]:
    """A unit that keeps the writer busy until the event, so that those behind it gather."""
    go = threading.Event()

    def unit(_: Connection) -> None:
        go.wait(5)

    return go, writer.post(unit)


async def test_units_that_arrive_together_share_a_commit(writer: Writer) -> None:
    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [
        writer.post(write(f"{number:03}")) for number in range(200)
    ]
    go.set()
    await asyncio.gather(first, *posted)
    assert writer.units == 201
    assert writer.commits <= 50
    assert await writer.run(names) == [f"{number:03}" for number in range(200)]


async def test_a_result_comes_after_its_commit(writer: Writer, tmp_path: Path) -> None:
    await writer.run(write("told"))
    with sqlite3.connect(tmp_path / "bot.db") as other:
        assert other.execute("SELECT name FROM settings").fetchall() == [("told",)]
    other.close()


async def test_a_unit_that_fails_takes_nothing_else_with_it(writer: Writer) -> None:
    def fails(connection: Connection) -> None:
        _insert(connection, "half", "")
        raise KeyError("on purpose")

    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [
        writer.post(write("before")),
        writer.post(fails),
        writer.post(write("after")),
    ]
    go.set()
    await first
    outcomes = await outcomes_of(posted)
    assert [type(outcome) for outcome in outcomes] == [type(None), KeyError, type(None)]
    assert await writer.run(names) == ["before", "after"]


async def test_a_unit_that_stops_an_iteration_is_answered_too(writer: Writer) -> None:
    """A future cannot hold StopIteration: the unit, and those behind it, would wait for ever."""
    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [
        writer.post(lambda _: next(iter(()))),
        writer.post(write("after")),
    ]
    go.set()
    await first
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(posted[0], 5)
    await asyncio.wait_for(posted[1], 5)


async def test_when_a_commit_fails_each_unit_is_tried_alone(writer: Writer) -> None:
    """A deferred constraint is looked at by the COMMIT alone."""
    await writer.run(
        lambda connection: connection.exec_driver_sql(
            "CREATE TABLE child (of_ INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)"
        )
    )
    await writer.run(lambda c: c.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [
        writer.post(write("before")),
        writer.post(lambda connection: connection.exec_driver_sql("INSERT INTO child VALUES (1)")),
        writer.post(write("after")),
    ]
    go.set()
    await first
    outcomes = await outcomes_of(posted)
    assert [isinstance(outcome, Exception) for outcome in outcomes] == [False, True, False]
    assert await writer.run(names) == ["before", "after"]


async def test_a_unit_that_tears_the_transaction_loses_nothing_of_the_others(
    writer: Writer,
) -> None:
    """As SQLite does itself when the disk is full or fails: the whole transaction is gone."""

    def tears(connection: Connection) -> None:
        _insert(connection, "half", "")
        connection.connection.rollback()
        raise OSError("the disk")

    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [
        writer.post(write("before")),
        writer.post(tears),
        writer.post(write("after")),
    ]
    go.set()
    await first
    outcomes = await outcomes_of(posted)
    assert [type(outcome) for outcome in outcomes] == [type(None), OSError, type(None)]
    assert await writer.run(names) == ["before", "after"]


async def test_a_full_disk_is_an_error_and_passes(writer: Writer) -> None:
    def narrow(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    await writer.run(narrow)
    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [writer.post(write(f"{n}", "x" * 200)) for n in range(100)]
    go.set()
    await first
    outcomes = await outcomes_of(posted)
    failed = [isinstance(outcome, OperationalError) for outcome in outcomes]
    assert 0 < sum(failed) < 100
    await writer.run(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 9999"))
    kept = [f"{n}" for n, lost in enumerate(failed) if not lost]
    assert await writer.run(names) == kept  # what was answered is there, what was not is not


async def test_a_locked_database_is_an_error_and_passes(writer: Writer, tmp_path: Path) -> None:
    await writer.run(lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout = 50"))
    await writer.run(write("before"))
    other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        await writer.run(write("during"))
    other.execute("ROLLBACK")
    other.close()
    await writer.run(write("after"))
    assert await writer.run(names) == ["before", "after"]


async def test_close_finishes_what_is_queued_and_leaves_no_log(
    writer: Writer, tmp_path: Path
) -> None:
    go, first = hold(writer)
    posted: list[asyncio.Future[Any]] = [writer.post(write(f"{number:03}")) for number in range(50)]
    closing = asyncio.create_task(writer.close())
    go.set()
    await closing
    assert all(future.done() and not future.exception() for future in [first, *posted])
    assert not (tmp_path / "bot.db-wal").exists()


async def test_who_is_cancelled_while_waiting_undoes_nothing(writer: Writer) -> None:
    go, first = hold(writer)
    waiting = asyncio.create_task(writer.run(write("kept")))
    await asyncio.sleep(0)
    waiting.cancel()
    go.set()
    await first
    assert await writer.run(names) == ["kept"]
