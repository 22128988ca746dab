"""Which database is exported, to where, in which format."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal, TextIO

from sqlalchemy.exc import DBAPIError

from bot.errors import GalateoError
from bot.settings import Settings
from bot.storage.database import database_url
from bot.storage.engine import sqlite_path
from bot.stories.export.atom import write_atom
from bot.stories.export.lines import write_lines
from bot.stories.export.store import all_stories, bot_of, newest_day, reading

Format = Literal["jsonl", "atom"]
NO_STORY = date(1970, 1, 1)


def export_stories(settings: Settings, form: Format, output: Path | None) -> int:
    """How many stories were written to the file, or to standard output.

    Raises GalateoError when there is no database to read, or the file cannot be written.
    """
    bot = settings.bot_token.get_secret_value().partition(":")[0]
    if not bot and not settings.database_url:
        raise GalateoError("Whose stories? Set BOT_TOKEN, or DATABASE_URL, as for galateo run.")
    path = sqlite_path(database_url(settings.database_url, settings.data_dir, bot))
    if not path.is_file():
        raise GalateoError(f"There is no database {path}: check DATA_DIR and DATABASE_URL.")
    try:
        with reading(path) as connection, _opened(output) as file:
            bot, newest = bot_of(connection), newest_day(connection) or NO_STORY
            stories = all_stories(connection)
            if form == "jsonl":
                return write_lines(stories, file)
            return write_atom(stories, file, bot=bot, newest=newest)
    except DBAPIError as error:
        reason = f"{path} cannot be read: {error.orig}"
    except OSError as error:
        reason = f"{output} cannot be written: {error.strerror}"
    raise GalateoError(reason)


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with output.open("w", encoding="utf-8", newline="\n") as file:
        yield file
