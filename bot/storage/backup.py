"""A copy of the database while the bot runs. The key stays where it is: without it, what is
encrypted in the copy opens for nobody.
"""

import os
import sqlite3
from pathlib import Path

import aiosqlite

from bot.errors import GalateoError
from bot.storage.engine import reader, sqlite_path


async def back_up(url: str, target: Path) -> None:
    """Writes `target` (mode 0600) from the database at the `sqlite:///…` address.

    Raises GalateoError when there is no database that can be read, something stands at `target`
    already, or there is no room.
    """
    source = sqlite_path(url)
    if not source.exists():
        raise GalateoError(f"{source} is not there: the bot makes it at its first start")
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise GalateoError(f"{target} cannot be made: {error.strerror}") from None
    try:
        async with reader(url) as original, aiosqlite.connect(target) as copy:
            await original.backup(copy)  # at once: after each commit the steps would begin anew
    except sqlite3.Error as error:
        _remove(target)
        raise GalateoError(f"{source} cannot be copied: {error}") from None


def _remove(half_made: Path) -> None:
    half_made.unlink()
