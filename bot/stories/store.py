"""SQL of submissions: what was sent and is not published. No row knows who sent it, nor when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from bot.storage.story_tables import comments, stories
from bot.storage.submission_tables import cards, submissions
from bot.stories.model import Body, Kind, Line, State, Submission

OPEN_STATES = (State.NEW, State.WAITING, State.ASKED, State.ASIDE)


def add(connection: Connection, one: Submission, receipt: bytes, random: Random) -> bool:
    """False when the receipt is taken; nothing is written then."""
    if kind_of(connection, receipt) is not None:
        return False
    connection.execute(insert(submissions).values(**_values(one), receipt=receipt))
    shuffle(connection, submissions, random)
    return True


def shuffle(connection: Connection, table: Table, random: Random) -> None:
    """Writes the rows anew in another order: where they stand in the file tells when they came."""
    rows = [dict(row) for row in connection.execute(select(table)).mappings()]
    if not rows:
        return
    random.shuffle(rows)
    connection.execute(delete(table))
    connection.execute(insert(table), rows)


def find(connection: Connection, key: str) -> Submission | None:
    row = connection.execute(select(submissions).where(submissions.c.key == key)).first()
    return _submission(row) if row else None


def find_by_receipt(connection: Connection, receipt: bytes) -> Submission | None:
    where = submissions.c.receipt == receipt
    row = connection.execute(select(submissions).where(where)).first()
    return _submission(row) if row else None


def receipt_of(connection: Connection, key: str) -> bytes:
    """The keyed hash goes on to the row of what is published. Raises when there is none."""
    where = submissions.c.key == key
    found = connection.execute(select(submissions.c.receipt).where(where)).scalar_one()
    return bytes(found)


def in_states(connection: Connection, states: Iterable[State]) -> list[Submission]:
    """In the order of their random keys."""
    where = submissions.c.state.in_(list(states))
    rows = connection.execute(select(submissions).where(where).order_by(submissions.c.key))
    return [_submission(row) for row in rows]


def count_open(connection: Connection) -> int:
    where = submissions.c.state.in_(OPEN_STATES)
    return connection.scalar(select(func.count()).select_from(submissions).where(where)) or 0


def save(connection: Connection, one: Submission) -> None:
    """All but the receipt and the key."""
    connection.execute(
        update(submissions).where(submissions.c.key == one.key).values(**_values(one))
    )


def close(connection: Connection, one: Submission, state: State, reason: str = "") -> None:
    """Rejected or withdrawn: the words go, the receipt still tells what became of it.

    Its cards are to be drawn anew, without them.
    """
    emptied = replace(one.body, text="", nickname="", company="", tags=(), masks=())
    save(connection, replace(one, state=state, reason=reason, body=emptied, dialogue=()))
    connection.execute(update(cards).where(cards.c.submission == one.key).values(stale=True))


def remove(connection: Connection, key: str) -> None:
    """For what is published: its receipt stands with the story or comment from then on."""
    connection.execute(delete(submissions).where(submissions.c.key == key))
    connection.execute(delete(cards).where(cards.c.submission == key))


def forget_closed(connection: Connection, before: date) -> int:
    """How many closed ones of a month before that day were removed."""
    old = delete(submissions).where(
        submissions.c.state.in_((State.REJECTED, State.WITHDRAWN)), submissions.c.month < before
    )
    return connection.execute(old).rowcount


def kind_of(connection: Connection, receipt: bytes) -> Kind | None:
    """What was sent with it, be it published by now; None when nothing was."""
    for table in (submissions, comments):
        kind = connection.scalar(select(table.c.kind).where(table.c.receipt == receipt))
        if kind is not None:
            return Kind(kind)
    where = stories.c.receipt == receipt
    number = connection.scalar(select(stories.c.number).where(where))
    return Kind.STORY if number is not None else None


def _values(one: Submission) -> dict[str, object]:
    return {
        "key": one.key,
        "kind": one.kind,
        "state": one.state,
        "month": one.month,
        "language": one.language,
        "about": one.about,
        "body": one.body.as_json(),
        "dialogue": [[line.by_author, line.text] for line in one.dialogue],
        "reason": one.reason,
    }


def _submission(row: Row[tuple[object, ...]]) -> Submission:
    return Submission(
        key=row.key,
        kind=Kind(row.kind),
        state=State(row.state),
        month=row.month,
        language=row.language,
        body=Body.from_json(row.body),
        about=row.about,
        dialogue=tuple(Line(*line) for line in row.dialogue),
        reason=row.reason,
    )
