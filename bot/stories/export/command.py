"""Which database is exported, to where, in which format."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal, TextIO

from bot.errors import GalateoError
from bot.settings import Settings
from bot.storage.reading import address_in, reading
from bot.stories.export.atom import write_atom
from bot.stories.export.lines import write_lines
from bot.stories.export.store import all_stories, bot_of, newest_day

Format = Literal["jsonl", "atom"]
NO_STORY = date(1970, 1, 1)


def export_stories(settings: Settings, form: Format, output: Path | None) -> int:
    """How many stories were written to the file, or to standard output.

    Raises GalateoError when there is no database to read, or nowhere to write.
    """
    try:
        with reading(address_in(settings)) as connection, _opened(output) as file:
            stories = all_stories(connection)
            if form == "jsonl":
                return write_lines(stories, file)
            newest = newest_day(connection) or NO_STORY
            return write_atom(stories, file, bot=bot_of(connection), newest=newest)
    except OSError as error:
        reason = f"{output or 'The output'} cannot be written: {error.strerror}"
    raise GalateoError(reason)


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    with output.open("w", encoding="utf-8", newline="\n") as file:
        yield file
