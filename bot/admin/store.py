"""SQL of the admins' pages: what waits, how many there are."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, func, select

from bot.storage.broadcast_tables import broadcasts
from bot.storage.story_tables import channel_posts
from bot.storage.submission_tables import submissions
from bot.storage.tables import inbox, notices, owed, set_aside, settings

_WAITING = ("new", "waiting", "asked", "aside")
_RUNNING = ("scheduled", "sending", "paused")


def names(connection: Connection, prefix: str, value: str) -> list[str]:
    """Of the settings that begin so and have that value."""
    where = (settings.c.name.startswith(prefix, autoescape=True), settings.c.value == value)
    return list(connection.scalars(select(settings.c.name).where(*where)))


def queues(connection: Connection) -> Mapping[str, int]:
    """What waits, by its name; `unknown` are posts that may or may not be in the channel."""
    return {
        "owed": _count(connection, owed),
        "inbox": _count(connection, inbox),
        "notices": _count(connection, notices),
        "broadcasts": _count(connection, broadcasts, _RUNNING),
        "submissions": _count(connection, submissions, _WAITING),
        "unknown": _count(connection, channel_posts, ("unknown",)),
        "set_aside": _count(connection, set_aside),
    }


def _count(connection: Connection, table: Table, states: tuple[str, ...] = ()) -> int:
    count = select(func.count()).select_from(table)
    if states:
        count = count.where(table.c.state.in_(states))
    return connection.scalar(count) or 0
