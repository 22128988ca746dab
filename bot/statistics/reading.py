"""A database read beside the bot that writes it, without being able to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """Each query sees a moment of its own: a long one would keep what is erased in the log."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)

    engine = create_engine("sqlite://", creator=connect, hide_parameters=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
