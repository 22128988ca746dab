"""The database of one bot, opened: locked, migrated, with its writer and its reader."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.errors import GalateoError
from bot.storage import values
from bot.storage.engine import ProcessLock, open_engine, reader, sqlite_path
from bot.storage.migrate import migrate
from bot.storage.wiping import empty_log
from bot.storage.writer import Probe, Writer, no_probe


@dataclass(frozen=True)
class Database:
    """`url` is a `sqlite:///…` address."""

    url: str
    writer: Writer
    lock: ProcessLock

    @classmethod
    def open(cls, url: str, *, probe: Probe = no_probe) -> "Database":
        """Locks the file, brings it to the newest schema and starts the writer.

        Raises GalateoError when another process holds it, a newer version made it, or it cannot be
        written.
        """
        path = sqlite_path(url)
        lock = ProcessLock(path)
        try:
            lock.take()
            engine = _brought_up_to_date(open_engine(url))
        except GalateoError:
            lock.free()
            raise
        except (OSError, DBAPIError) as error:
            lock.free()
            raise GalateoError(f"{path} cannot be used: {_reason(error)}") from None
        writer = Writer(engine, probe=probe)
        writer.start()
        return cls(url, writer, lock)

    async def belongs_to(self, bot_id: int) -> None:
        """Raises GalateoError when this database was made for another bot."""
        owner = await self.writer.run(lambda connection: _owner(connection, str(bot_id)))
        if owner != str(bot_id):
            raise GalateoError(
                f"DATABASE_URL names the database of bot {owner}, and BOT_TOKEN is of bot {bot_id}:"
                " give each bot a database of its own"
            )

    async def is_healthy(self) -> bool:
        """Whether a read beside the writer works."""
        try:
            async with reader(self.url) as connection:
                await connection.execute_fetchall("SELECT count(*) FROM owed")
        except Exception:  # noqa: BLE001 - any failure means that it is not
            return False
        return True

    async def close(self) -> None:
        await self.writer.close()
        self.lock.free()


def _brought_up_to_date(engine: Engine) -> Engine:
    try:
        migrate(engine)
        with engine.connect() as connection:
            empty_log(connection)  # a crash may have come between an erasure and this
    except Exception:
        engine.dispose()
        raise
    return engine


def _reason(error: OSError | DBAPIError) -> str:
    """SQLite's own words name files and tables, never values."""
    return str(error.orig) if isinstance(error, DBAPIError) else str(error.strerror)


def _owner(connection: Connection, bot_id: str) -> str:
    owner = values.find(connection, values.BOT)
    if owner is None:
        values.keep(connection, values.BOT, bot_id)
    return owner or bot_id


def database_url(given: str, folder: Path, bot_id: str) -> str:
    """The address given, else a file for each bot in the folder."""
    path = str(folder / f"bot-{bot_id}.db")
    return given or URL.create("sqlite", database=path).render_as_string()
