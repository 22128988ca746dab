"""How the bot is: what waits, the last error, sizes and versions."""

import platform
from collections.abc import Callable
from datetime import datetime

import telegram
from babel.dates import format_timedelta
from sqlalchemy import Connection

from bot import __version__
from bot.admin import store
from bot.admin.errors import ErrorNotices
from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.storage.engine import sqlite_path
from bot.storage.migrate import schema_of

MEGABYTE = 1_000_000


class Health:
    """`url` is that of the database; `clock` is aware, in UTC."""

    def __init__(self, errors: ErrorNotices, url: str, clock: Callable[[], datetime]) -> None:
        self._errors, self._url, self._since = errors, url, clock()

    def screen(self, visit: Visit) -> Screen:
        language, last = visit.language, self._errors.last
        text = language.page(
            "admin_health",
            queues=store.queues(visit.connection),
            error=last.kind if last else "",
            error_at=moment(visit, last.at) if last else "",
            megabytes=language.number(round(self._bytes() / MEGABYTE, 1)),
            versions=versions(visit.connection),
            uptime=format_timedelta(visit.now - self._since, locale=language.locale),
        )
        return Screen(text, _rows(visit))

    def _bytes(self) -> int:
        """The database and its log."""
        path = sqlite_path(self._url)
        files = (path, path.with_name(f"{path.name}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())


def versions(connection: Connection) -> dict[str, str]:
    return {
        "Galateo": __version__,
        "Python": platform.python_version(),
        "python-telegram-bot": telegram.__version__,
        "schema": schema_of(connection) or "–",
    }


def moment(visit: Visit, at: datetime) -> str:
    """A day and a time of it, where the person is; `at` is aware."""
    local = at.astimezone(visit.person.zone)
    return f"{visit.language.long_date(local.date())}, {local:%H:%M}"


def _rows(visit: Visit) -> tuple[tuple[Button, ...], ...]:
    say = visit.language.say
    return (
        (Button(say("👥 Roles"), "admin:people"), Button(say("📋 Who did what"), "admin:audit")),
        (Button(say("🏠 My own chats"), "admin:chats"),),
        (Button(say("🔄 Look again"), "admin"), Button(say("Menu"), "menu")),
    )
