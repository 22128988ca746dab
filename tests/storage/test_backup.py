"""Backups: whole, private, and never over another file."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.errors import GalateoError
from bot.storage.backup import back_up
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


@pytest.mark.parametrize("token", ["", TOKEN])
def test_what_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", token)
    result = CliRunner().invoke(app, ["backup", "copy.db"])
    assert isinstance(result.exception, GalateoError)
    assert not (tmp_path / "copy.db").exists()
