"""The numbers on the command line: as JSON, or as a table; read without being able to write."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy.exc import DBAPIError

from bot.errors import GalateoError
from bot.settings import Settings
from bot.statistics.model import Numbers
from bot.statistics.numbers import numbers
from bot.statistics.reading import reading
from bot.storage.database import database_url
from bot.storage.engine import sqlite_path

WIDTH = 78


def read_numbers(settings: Settings, today: date) -> Numbers:
    """Raises GalateoError when there is no database to read."""
    bot = settings.bot_token.get_secret_value().partition(":")[0]
    if not bot and not settings.database_url:
        raise GalateoError("Whose numbers? Set BOT_TOKEN, or DATABASE_URL, as for galateo run.")
    path = sqlite_path(database_url(settings.database_url, settings.data_dir, bot))
    if not path.is_file():
        raise GalateoError(f"There is no database {path}: check DATA_DIR and DATABASE_URL.")
    try:
        with reading(path) as connection:
            return numbers(connection, today)
    except DBAPIError as error:
        reason = f"{path} cannot be read: {error.orig}"
    raise GalateoError(reason)


def as_json_text(found: Numbers) -> str:
    """Days as YYYY-MM-DD."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str)


def as_table(found: Numbers) -> str:
    """A line a number, named by its way through the JSON."""
    table = Table("what", "count", title=f"Numbers of {found.day}", width=WIDTH)
    for name, value in _lines("", asdict(found)):
        table.add_row(name, value)
    text = StringIO()
    Console(file=text, width=WIDTH).print(table)
    return text.getvalue().rstrip()


def _lines(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _lines(f"{name} {key}".strip(), one)
    elif isinstance(value, tuple) and value and isinstance(value[0], dict):
        for one in value:
            (_, first), *rest = one.items()
            yield from _lines(f"{name} {first}", dict(rest))
    elif isinstance(value, tuple):
        yield name, " ".join(map(str, value))
    else:
        yield name, str(value)
