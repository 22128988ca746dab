"""Reading beside the bot: of the right one, without being able to write."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import OperationalError

from bot.errors import GalateoError
from bot.settings import load_settings
from bot.storage.database import Database, database_url
from bot.storage.reading import address_in, reading
from bot.storage.tables import settings
from tests.world import TOKEN


def write(connection: Connection) -> None:
    connection.execute(insert(settings).values(name="x", value="y"))


@pytest.mark.parametrize("name", ["plain", "with space", "50%41 off", "a#b", "què?"])
async def test_a_running_bot_is_read_and_not_written(tmp_path: Path, name: str) -> None:
    url = database_url("", tmp_path / name, "1")
    database = Database.open(url)
    await database.writer.run(write)
    with reading(url) as connection:
        assert connection.scalars(select(settings.c.name)).all() == ["x"]
        with pytest.raises(OperationalError, match="readonly"):
            write(connection)
    await database.close()


async def test_what_is_erased_while_somebody_reads_leaves_the_log(tmp_path: Path) -> None:
    """Each query ends: the log can be emptied between two of them."""
    url = database_url("", tmp_path, "1")
    database = Database.open(url)
    await database.writer.run(write)
    with reading(url) as connection:
        connection.scalars(select(settings.c.name)).all()
        database.writer.wiping.begin()
        await database.writer.wiping.finished()
        assert (tmp_path / "bot-1.db-wal").stat().st_size == 0
    await database.close()


def test_where_there_is_no_database_none_is_made(tmp_path: Path) -> None:
    with (
        pytest.raises(GalateoError, match=r"There is no database .*bot-1\.db"),
        reading(database_url("", tmp_path, "1")),
    ):
        pass
    assert not list(tmp_path.iterdir())


def test_it_is_that_of_the_token_or_the_one_that_is_named(tmp_path: Path) -> None:
    of_token = load_settings(_env_file=None, bot_token=TOKEN, data_dir=tmp_path)
    assert address_in(of_token) == database_url("", tmp_path, "1000")
    named = load_settings(_env_file=None, bot_token="", database_url="sqlite:///x.db")
    assert address_in(named) == "sqlite:///x.db"
    with pytest.raises(GalateoError, match="BOT_TOKEN, or DATABASE_URL"):
        address_in(load_settings(_env_file=None, bot_token=""))
