"""A database read beside the bot that writes it, without being able to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError

from bot.errors import GalateoError
from bot.settings import Settings
from bot.storage.database import database_url
from bot.storage.engine import read_only, sqlite_path


def address_in(settings: Settings) -> str:
    """Of the bot that BOT_TOKEN names. Raises GalateoError when nothing says which one."""
    bot = settings.bot_token.get_secret_value().partition(":")[0]
    if not bot and not settings.database_url:
        raise GalateoError("Whose database? Set BOT_TOKEN, or DATABASE_URL, as for galateo run.")
    return database_url(settings.database_url, settings.data_dir, bot)


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """Each query sees a moment of its own: a long one would keep what is erased in the log.

    Raises GalateoError when there is no database at the `sqlite:///…` address, or none to read.
    """
    path = sqlite_path(url)
    if not path.is_file():
        raise GalateoError(f"There is no database {path}: check DATA_DIR and DATABASE_URL.")
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(read_only(path), uri=True),
        hide_parameters=True,
    )
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise GalateoError(f"{path} cannot be read: {error.orig}") from None
    finally:
        engine.dispose()
