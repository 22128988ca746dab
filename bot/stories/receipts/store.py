"""SQL of receipts: what one opens, wherever it stands, and reminders to look, tied to none."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from bot.storage.story_tables import comments, stories
from bot.storage.submission_tables import story_reminders
from bot.stories import store as submissions
from bot.stories.model import Kind, StoryState, Submission


@dataclass(frozen=True)
class StoryStatus:
    """A story that is, or was, published."""

    number: int
    state: StoryState
    score: int
    votes: int
    comments: int


@dataclass(frozen=True)
class NoteStatus:
    """A published comment, reply or correction, and the story it stands with."""

    number: int
    kind: Kind


Found = Submission | StoryStatus | NoteStatus


def find(connection: Connection, receipt: bytes) -> Found | None:
    """What the receipt of that keyed hash opens."""
    return (
        submissions.find_by_receipt(connection, receipt)
        or _story(connection, receipt)
        or _note(connection, receipt)
    )


def set_reminder(connection: Connection, chat_id: int, day: date) -> None:
    """One a person: a new one takes the place of the old."""
    drop_reminder(connection, chat_id)
    connection.execute(insert(story_reminders).values(chat_id=chat_id, day=day))


def due(connection: Connection, today: date) -> list[int]:
    """The chats that asked for that day or an earlier one."""
    where = story_reminders.c.day <= today
    rows = connection.scalars(select(story_reminders.c.chat_id).where(where))
    return list(rows.all())


def drop_reminder(connection: Connection, chat_id: int) -> None:
    connection.execute(delete(story_reminders).where(story_reminders.c.chat_id == chat_id))


def _story(connection: Connection, receipt: bytes) -> StoryStatus | None:
    row = connection.execute(select(stories).where(stories.c.receipt == receipt)).first()
    if row is None:
        return None
    return StoryStatus(row.number, StoryState(row.state), row.score, row.votes, row.comments)


def _note(connection: Connection, receipt: bytes) -> NoteStatus | None:
    row = connection.execute(select(comments).where(comments.c.receipt == receipt)).first()
    return NoteStatus(row.number, Kind(row.kind)) if row else None
