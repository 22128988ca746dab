"""What may be written, and on which story."""

from sqlalchemy import Connection

from bot.stories.model import Kind, StoryState
from bot.stories.publishing.store import state_of

MOST_DIGITS = 9
READABLE = {StoryState.OPEN, StoryState.ARCHIVED}
ON_A_STORY = {Kind.STORY, Kind.REPLY, Kind.CORRECTION}


def is_open(connection: Connection, kind: str, about: int | None) -> bool:
    """A comment on an open story, the rest on any that is readable; about none, a story."""
    if about is None:
        return kind == Kind.STORY
    state = state_of(connection, about)
    if kind == Kind.COMMENT:
        return state is StoryState.OPEN
    return kind in ON_A_STORY and state in READABLE


def story_number(typed: str) -> int | None:
    """None for what is no number, and for nought."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS
    return int(typed) if is_number and int(typed) else None
