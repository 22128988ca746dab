"""Backups: whole, private, and never over another file."""

import sqlite3
import stat
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from typer.testing import CliRunner

from bot.cli import app
from bot.errors import GalateoError
from bot.storage.backup import back_up
from bot.storage.engine import open_engine
from tests.world import TOKEN, World


async def test_a_running_bot_is_copied(world: World, tmp_path: Path) -> None:
    person = world.person()
    await person.send("/start")
    target = tmp_path / "copy.db"
    await back_up(world.bot.database.url, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT chat_id FROM people").fetchall() == [(person.id,)]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_a_file_that_is_there_stays(world: World, tmp_path: Path) -> None:
    target = tmp_path / "precious.db"
    target.write_text("precious")
    with pytest.raises(GalateoError, match="cannot be made"):
        await back_up(world.bot.database.url, target)
    assert target.read_text() == "precious"


def test_the_command_says_where_the_key_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    (tmp_path / "data").mkdir()
    with closing(sqlite3.connect(tmp_path / "data" / "bot-1000.db")) as made:
        made.execute("CREATE TABLE t (x)")
    result = CliRunner().invoke(app, ["backup", "copy.db"])
    assert result.exit_code == 0
    assert "does not hold the key" in result.output
    assert (tmp_path / "copy.db").stat().st_size > 0


async def test_a_bot_that_writes_all_the_time_is_copied_all_the_same(tmp_path: Path) -> None:
    """A copy in steps begins anew with every commit between two of them."""
    engine, copied = open_engine(f"sqlite:///{tmp_path / 'bot.db'}"), threading.Event()
    enough = time.monotonic() + 5

    def write(connection: Connection) -> None:
        while not copied.wait(0.001) and time.monotonic() < enough:
            connection.exec_driver_sql("UPDATE t SET x = x + 1 WHERE rowid = 1")
            connection.commit()

    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x, y)")
        rows = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
        connection.exec_driver_sql(f"INSERT INTO t {rows} SELECT 0, randomblob(3000) FROM n")
        connection.commit()
        writing = threading.Thread(target=write, args=(connection,))
        writing.start()
        await back_up(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "copy.db")
        assert time.monotonic() < enough
        copied.set()
        writing.join()
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM t").fetchone() == (10000,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_what_is_no_database_is_said_and_leaves_no_copy(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("nothing of the kind" * 100)
    with pytest.raises(GalateoError, match=r"bot\.db cannot be copied: "):
        await back_up(f"sqlite:///{tmp_path / 'bot.db'}", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize("token", ["", TOKEN])
def test_what_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", token)
    result = CliRunner().invoke(app, ["backup", "copy.db"])
    assert isinstance(result.exception, GalateoError)
    assert not (tmp_path / "copy.db").exists()
