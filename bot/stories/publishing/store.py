"""SQL of publication: stories with their texts, tags and stems, and the notes under them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from bot.storage.story_tables import (
    comments,
    stories,
    story_feelings,
    story_reports,
    story_stems,
    story_tags,
    story_texts,
    story_votes,
)
from bot.storage.submission_tables import cards, submissions
from bot.stories import store as submission_store
from bot.stories.model import Body, Kind, State, StoryState, Submission

_WORDS: tuple[Table, ...] = (
    story_texts, story_tags, story_stems, comments, story_votes, story_feelings, story_reports,
)  # fmt: skip


def next_number(connection: Connection) -> int:
    """Rows of stories are never removed, so that none comes twice."""
    return (connection.scalar(select(func.max(stories.c.number))) or 0) + 1


def state_of(connection: Connection, number: int | None) -> StoryState | None:
    """None where no story has that number."""
    state = connection.scalar(select(stories.c.state).where(stories.c.number == number))
    return StoryState(state) if state else None


def add_story(
    connection: Connection, number: int, one: Submission, receipt: bytes, today: date
) -> None:
    row = {
        "number": number,
        "language": one.language,
        "teller": one.body.teller,
        "sector": one.body.sector,
        "state": StoryState.OPEN,
        "published_on": today,
        "continues": one.about,
        "receipt": receipt,
    }
    connection.execute(insert(stories).values(**row, score=0, votes=0, comments=0))
    text = {
        "number": number,
        "nickname": one.body.nickname,
        "company": one.body.company,
        "tags": list(one.body.tags),
        "links": one.body.links,
        "text": one.body.text,
    }
    connection.execute(insert(story_texts).values(**text, feelings={}))


def add_tags(connection: Connection, number: int, language: str, tags: Iterable[str]) -> None:
    rows = [{"tag": tag, "language": language, "number": number} for tag in dict.fromkeys(tags)]
    if rows:
        connection.execute(insert(story_tags), rows)


def add_stems(connection: Connection, number: int, stems: Iterable[str]) -> None:
    rows = [{"stem": stem, "number": number} for stem in sorted(stems)]
    if rows:
        connection.execute(insert(story_stems), rows)


def publish_in_place(connection: Connection, one: Submission) -> None:
    """What was said between moderators and author goes, as do the cards."""
    submission_store.save(connection, replace(one, state=State.PUBLISHED, dialogue=()))
    connection.execute(delete(cards).where(cards.c.submission == one.key))


def add_note(connection: Connection, one: Submission, receipt: bytes, today: date) -> None:
    """Behind those that the story has; only comments are counted. A company signs by its name."""
    body, here = one.body, comments.c.number == one.about
    last = connection.scalar(select(func.max(comments.c.position)).where(here)) or 0
    row = {
        "key": one.key,
        "number": one.about,
        "position": last + 1,
        "kind": one.kind,
        "receipt": receipt,
        "nickname": body.company or body.nickname if one.kind is Kind.REPLY else body.nickname,
        "published_on": today,
        "text": body.text,
    }
    connection.execute(insert(comments).values(row))
    _count(connection, one.about, one.kind, 1)


def take_note(connection: Connection, receipt: bytes) -> Submission | None:
    """Removes it; what is left of it, without words. None where there is none."""
    row = connection.execute(select(comments).where(comments.c.receipt == receipt)).first()
    if row is None:
        return None
    connection.execute(delete(comments).where(comments.c.receipt == receipt))
    _count(connection, row.number, Kind(row.kind), -1)
    language = connection.scalar(select(stories.c.language).where(stories.c.number == row.number))
    return Submission(
        key=row.key,
        kind=Kind(row.kind),
        state=State.WITHDRAWN,
        month=row.published_on.replace(day=1),
        language=language or "en",
        body=Body(""),
        about=row.number,
    )


def note_at(connection: Connection, number: int, position: int) -> bytes | None:
    """The receipt's hash of the note at that position under a story."""
    where = (comments.c.number == number, comments.c.position == position)
    return connection.scalar(select(comments.c.receipt).where(*where))


def waiting_notes(connection: Connection, number: int) -> list[Submission]:
    """What waits for moderators and belongs to that story, but not a second part of it."""
    where = (
        submissions.c.about == number,
        submissions.c.kind != Kind.STORY,
        submissions.c.state.in_(submission_store.OPEN_STATES),
    )
    keys = connection.scalars(select(submissions.c.key).where(*where)).all()
    found = (submission_store.find(connection, key) for key in keys)
    return [one for one in found if one is not None]


def erase_story(connection: Connection, number: int, state: StoryState) -> None:
    for table in _WORDS:
        connection.execute(delete(table).where(table.c.number == number))
    nothing = {"teller": "other", "sector": "other", "continues": None}
    row = update(stories).where(stories.c.number == number)
    connection.execute(row.values(state=state, score=0, votes=0, comments=0, **nothing))


def archive(connection: Connection, before: date) -> list[int]:
    """The numbers of those that were open."""
    old = (stories.c.state == StoryState.OPEN, stories.c.published_on < before)
    closed = update(stories).where(*old).values(state=StoryState.ARCHIVED)
    return list(connection.scalars(closed.returning(stories.c.number)))


def _count(connection: Connection, number: int | None, kind: Kind, step: int) -> None:
    if kind is Kind.COMMENT:
        row = update(stories).where(stories.c.number == number)
        connection.execute(row.values(comments=stories.c.comments + step))
