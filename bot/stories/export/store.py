"""SQL of the export: a few hundred stories at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from bot.storage import values
from bot.storage.story_tables import comments, stories, story_texts

AT_ONCE = 200
_PLAIN = [column for column in stories.c if column.name != "receipt"]
_WORDS = [column for column in story_texts.c if column.name not in {"number", "links"}]
_STORIES = (
    select(*_PLAIN, *_WORDS)
    .select_from(stories.outerjoin(story_texts, story_texts.c.number == stories.c.number))
    .where(stories.c.number > bindparam("number"))
    .order_by(stories.c.number)
    .limit(AT_ONCE)
)
_NOTES = (
    select(
        comments.c.number,
        comments.c.kind,
        comments.c.nickname,
        comments.c.published_on,
        comments.c.text,
    )
    .where(comments.c.number >= bindparam("first"), comments.c.number <= bindparam("last"))
    .order_by(comments.c.number, comments.c.position)
)
_NEWEST = [select(func.max(table.c.published_on)) for table in (stories, comments)]


@dataclass(frozen=True)
class Exported:
    """A story's row by its columns' names, and the notes under it, in their order."""

    story: dict[str, Any]
    notes: list[dict[str, Any]]

    @property
    def day(self) -> date:
        day: date = self.story["published_on"]
        return day


def bot_of(connection: Connection) -> str:
    """The id of the bot whose database it is."""
    return values.find(connection, values.BOT) or "bot"


def newest_day(connection: Connection) -> date | None:
    """When the latest story, or note under one, was published; None where there is none."""
    days = [connection.scalar(newest) for newest in _NEWEST]
    return max((day for day in days if day), default=None)


def all_stories(connection: Connection) -> Iterator[Exported]:
    """By number."""
    last = 0
    while rows := connection.execute(_STORIES, {"number": last}).mappings().all():
        first, last = rows[0]["number"], rows[-1]["number"]
        notes: dict[int, list[dict[str, Any]]] = {}
        for note in connection.execute(_NOTES, {"first": first, "last": last}).mappings():
            notes.setdefault(note["number"], []).append(dict(note))
        for row in rows:
            yield Exported(dict(row), notes.get(row["number"], []))
