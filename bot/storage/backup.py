"""A copy of the database while the bot runs. The key stays where it is: without it, what is
encrypted in the copy opens for nobody.
"""

import os
from pathlib import Path

import aiosqlite

from bot.errors import GalateoError
from bot.storage.engine import reader, sqlite_path

PAGES_A_STEP = 500


async def back_up(url: str, target: Path) -> None:
    """Writes `target` (mode 0600) from the database at the `sqlite:///…` address.

    Raises GalateoError when there is no database, or something stands at `target` already.
    """
    source = sqlite_path(url)
    if not source.exists():
        raise GalateoError(f"{source} is not there: the bot makes it at its first start")
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise GalateoError(f"{target} cannot be made: {error.strerror}") from None
    async with reader(url) as original, aiosqlite.connect(target) as copy:
        await original.backup(copy, pages=PAGES_A_STEP)
