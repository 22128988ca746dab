"""Connections: SQLite tuned for one writer, every parameter hidden from logs and errors."""

import fcntl
import os
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

import aiosqlite
from sqlalchemy import URL, Engine, create_engine, event, make_url

from bot.errors import GalateoError

BUSY_MILLISECONDS = 5000
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA temp_store=MEMORY",
)


def sqlite_path(url: str) -> Path:
    """The file behind a `sqlite:///…` address; raises GalateoError for any other."""
    parsed = make_url(url)
    name = parsed.database or ":"
    if parsed.get_backend_name() != "sqlite" or name.startswith((":", "file:")):
        raise GalateoError("DATABASE_URL must name a SQLite file, such as sqlite:///data/bot.db")
    return Path(name)


def open_engine(url: str) -> Engine:
    """The writer's engine. Transactions begin IMMEDIATE, so that a lock is met at once."""
    path = sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    # Not by the event "begin": after a listener that fails (a locked file) a connection is lost.
    setattr(engine.dialect, "do_begin", _begin)  # noqa: B010 - a method of this one engine
    return engine


def reader(url: str) -> aiosqlite.Connection:
    """For reads beside the writer (health, reports, the command line); to be awaited."""
    return aiosqlite.connect(read_only(sqlite_path(url)), uri=True)


def read_only(path: Path) -> str:
    """The file as an address for connections that cannot write."""
    return f"file:{quote(str(path))}?mode=ro"


def _prepare(connection: Any, _record: object) -> None:
    # The driver's own implicit BEGIN would hide SAVEPOINTs from it.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Any) -> None:
    connection.cursor().execute("BEGIN IMMEDIATE")


class ProcessLock:
    """Refuses a second process on one SQLite file; freed by the system when the process ends."""

    def __init__(self, database: Path) -> None:
        real = database.resolve()  # two names of one file have one lock
        self._path = real.with_name(f"{real.name}.lock")
        self._file: TextIO | None = None

    def take(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a", encoding="ascii")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise GalateoError(
                f"Another Galateo is running on {self._path.parent}: stop it, or set DATA_DIR"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def free(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
