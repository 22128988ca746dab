"""The numbers on the command line: as JSON, or as a table; read without being able to write."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.settings import Settings
from bot.statistics.model import Numbers
from bot.statistics.numbers import numbers
from bot.storage.reading import address_in, reading

WIDTH = 78


def read_numbers(settings: Settings, today: date) -> Numbers:
    """Raises GalateoError when there is no database to read."""
    with reading(address_in(settings)) as connection:
        return numbers(connection, today)


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
            called = " ".join(said for said in one.values() if isinstance(said, str))
            counts = {key: count for key, count in one.items() if not isinstance(count, str)}
            yield from _lines(f"{name} {called}", counts)
    elif isinstance(value, tuple):
        yield name, " ".join(map(str, value))
    else:
        yield name, str(value)
