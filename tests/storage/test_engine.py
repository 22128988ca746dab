"""The database file: whose it is, who may open it, and what its errors and files tell."""

import asyncio
import fcntl
import os
import sqlite3
import stat
import sys
import traceback
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import GalateoError
from bot.storage.database import Database, database_url
from bot.storage.engine import ProcessLock, open_engine, sqlite_path
from bot.storage.tables import settings

HOLD = """
import sys
from pathlib import Path
from bot.storage.engine import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


def url_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'bot.db'}"


async def test_every_pragma_that_we_rely_on_is_on(tmp_path: Path) -> None:
    database = Database.open(url_in(tmp_path))

    def pragmas(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await database.writer.run(pragmas) == ["wal", 2, 1, 1, 5000]
    await database.close()


async def test_a_second_process_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, str(tmp_path / "bot.db"), stdin=PIPE, stdout=PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    with pytest.raises(GalateoError, match="Another Galateo is running on"):
        Database.open(url_in(tmp_path))
    holder.kill()
    await holder.communicate()
    database = Database.open(url_in(tmp_path))
    await database.close()


def test_the_lock_names_its_process_and_is_freed(tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "bot.db")
    lock.take()
    assert (tmp_path / "bot.db.lock").read_text() == str(os.getpid())
    lock.free()
    lock.free()
    with (tmp_path / "bot.db.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


async def test_the_database_of_another_bot_is_refused(tmp_path: Path) -> None:
    database = Database.open(url_in(tmp_path))
    await database.belongs_to(1000)
    await database.belongs_to(1000)
    with pytest.raises(GalateoError, match=r"database of bot 1000, and BOT_TOKEN is of bot 2000"):
        await database.belongs_to(2000)
    await database.close()


def test_each_bot_has_its_own_file(tmp_path: Path) -> None:
    mine, other = (database_url("", tmp_path, bot_id) for bot_id in ("1000", "2000"))
    assert sqlite_path(mine) == tmp_path / "bot-1000.db"
    assert mine != other
    assert database_url("sqlite:///x.db", tmp_path, "1000") == "sqlite:///x.db"


@pytest.mark.parametrize("name", ["plain", "with space", "50%41 off", "a#b", "què?"])
async def test_any_folder_will_do(tmp_path: Path, name: str) -> None:
    database = Database.open(database_url("", tmp_path / name, "1"))
    assert await database.is_healthy()
    await database.close()
    assert {path.name for path in (tmp_path / name).iterdir()} == {"bot-1.db", "bot-1.db.lock"}


async def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    database = Database.open(url_in(tmp_path))
    await database.belongs_to(1)
    for name in ("bot.db", "bot.db-wal", "bot.db-shm"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    await database.close()


@pytest.mark.parametrize(
    "url", ["postgresql://host/db", "sqlite://", "sqlite:///:memory:", "sqlite:///file:x?uri=true"]
)
def test_an_address_that_names_no_file_is_refused(url: str) -> None:
    with pytest.raises(GalateoError):
        Database.open(url)


@pytest.mark.parametrize(
    "content", [b"no database at all" * 300, b"SQLite format 3\0" + b"x" * 5000]
)
async def test_a_file_that_is_no_database_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bot.db").write_bytes(content)
    for _ in range(2):  # the lock is freed again
        with pytest.raises(GalateoError, match=r"bot\.db cannot be used: "):
            Database.open(url_in(tmp_path))
    assert (tmp_path / "bot.db").read_bytes() == content


async def test_the_database_of_a_newer_bot_is_said_and_left_alone(tmp_path: Path) -> None:
    database = Database.open(url_in(tmp_path))
    await database.writer.run(
        lambda connection: connection.execute(
            text("UPDATE alembic_version SET version_num = '9999'")
        )
    )
    await database.close()
    for _ in range(2):  # the lock is freed again
        with pytest.raises(GalateoError, match="schema 9999, newer"):
            Database.open(url_in(tmp_path))
    assert not (tmp_path / "bot.db-wal").exists()


def test_errors_tell_no_values(tmp_path: Path) -> None:
    engine, typed = open_engine(url_in(tmp_path)), "canary".upper()
    with engine.connect() as connection, pytest.raises(SQLAlchemyError) as caught:
        connection.execute(insert(settings).values(name=typed, value=typed))
    shown = "".join(traceback.format_exception(caught.value))
    assert typed not in f"{shown}{caught.value!r}{caught.value.args}"
    engine.dispose()


async def test_it_is_not_healthy_when_a_table_is_gone(tmp_path: Path) -> None:
    database = Database.open(url_in(tmp_path))
    await database.writer.run(lambda connection: connection.execute(text("DROP TABLE owed")))
    assert not await database.is_healthy()
    await database.close()


async def test_the_log_of_a_crash_is_emptied_at_the_next_start(tmp_path: Path) -> None:
    _crash(tmp_path)
    assert _is_anywhere(b"CANARY", tmp_path)
    database = Database.open(url_in(tmp_path))
    assert not _is_anywhere(b"CANARY", tmp_path)
    await database.close()


def _crash(folder: Path) -> None:
    """Leaves the files as they are between an erasure and the end of the process."""
    with sqlite3.connect(folder / "bot.db") as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("CREATE TABLE old (what)")
        for statement in ("INSERT INTO old VALUES ('CANARY')", "DELETE FROM old"):
            connection.execute(statement)
            connection.commit()
        files = {path: path.read_bytes() for path in folder.glob("bot.db*")}
    connection.close()
    for path, content in files.items():
        path.write_bytes(content)


def _is_anywhere(words: bytes, folder: Path) -> bool:
    return any(words in path.read_bytes() for path in folder.iterdir())
