"""SQL of drafts. Every change asks for a new test, because it raises the revision."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.broadcasts.audience import Audience
from bot.broadcasts.composing.drafts import Draft
from bot.broadcasts.sending.contents import Buttons, Content
from bot.broadcasts.states import BroadcastState
from bot.broadcasts.store import FASTEST, move, stored
from bot.storage.broadcast_tables import broadcast_contents, broadcasts

_DRAFT = broadcasts.c.state == BroadcastState.DRAFT.value


def of_author(connection: Connection, author: int) -> Draft | None:
    row = connection.execute(select(broadcasts).where(broadcasts.c.author == author, _DRAFT))
    return _draft(connection, row.first())


def begin(connection: Connection, author: int) -> None:
    audience = Audience()
    row = {
        "state": BroadcastState.DRAFT.value,
        "category": audience.category,
        "author": author,
        "audience": audience.as_json(),
        "override": False,
        "pace": FASTEST,
        "revision": 1,
        "tested": 0,
        "total": 0,
        "reason": "",
    }
    connection.execute(insert(broadcasts).values(row))


def throw_away(connection: Connection, broadcast: int, now: datetime) -> None:
    """Its row stays: a number that is given twice would bring old buttons back to life."""
    if move(connection, broadcast, BroadcastState.CANCELLED, now):
        _remove_contents(connection, broadcast)


def reopen(connection: Connection, broadcast: int, author: int) -> bool:
    """What is scheduled becomes a draft of that author again, to be tested again."""
    row = update(broadcasts).where(
        broadcasts.c.id == broadcast, broadcasts.c.state == BroadcastState.SCHEDULED.value
    )
    values = {"state": BroadcastState.DRAFT.value, "author": author}
    changed = connection.execute(row.values(**values, revision=broadcasts.c.revision + 1))
    return changed.rowcount == 1


def set_content(
    connection: Connection, broadcast: int, language: str, source: int, messages: Sequence[int]
) -> None:
    """The version of that language, new or another one; its buttons stay."""
    where = _version(broadcast, language)
    values = {"source": source, "messages": list(messages)}
    if not connection.execute(update(broadcast_contents).where(*where).values(values)).rowcount:
        row = {**values, "broadcast": broadcast, "language": language, "buttons": []}
        connection.execute(insert(broadcast_contents).values(row))
    touch(connection, broadcast)


def remove_content(connection: Connection, broadcast: int, language: str) -> None:
    connection.execute(delete(broadcast_contents).where(*_version(broadcast, language)))
    touch(connection, broadcast)


def set_buttons(connection: Connection, broadcast: int, language: str, buttons: Buttons) -> None:
    rows = update(broadcast_contents).where(*_version(broadcast, language))
    connection.execute(rows.values(buttons=[list(button) for button in buttons]))
    touch(connection, broadcast)


def set_audience(connection: Connection, broadcast: int, audience: Audience) -> None:
    touch(connection, broadcast, audience=audience.as_json(), category=audience.category)


def set_at(connection: Connection, broadcast: int, at: datetime | None) -> None:
    """An aware instant; None for at once."""
    touch(connection, broadcast, at=stored(at) if at else None)


def touch(connection: Connection, broadcast: int, **values: object) -> None:
    """The next revision, with these columns."""
    row = update(broadcasts).where(broadcasts.c.id == broadcast, _DRAFT)
    connection.execute(row.values(**values, revision=broadcasts.c.revision + 1))


def note_tested(connection: Connection, broadcast: int, revision: int) -> bool:
    """False when it was changed while it was tested."""
    row = update(broadcasts).where(
        broadcasts.c.id == broadcast, broadcasts.c.revision == revision, _DRAFT
    )
    return connection.execute(row.values(tested=revision)).rowcount == 1


def scheduled_at(connection: Connection, broadcast: int, author: int) -> datetime | None:
    """Aware, in UTC; None for a broadcast of somebody else or of no time."""
    where = (broadcasts.c.id == broadcast, broadcasts.c.author == author)
    at: datetime | None = connection.scalar(select(broadcasts.c.at).where(*where))
    return at.replace(tzinfo=UTC) if at else None


def _version(broadcast: int, language: str) -> tuple[Any, ...]:
    table = broadcast_contents.c
    return (table.broadcast == broadcast, table.language == language)


def _remove_contents(connection: Connection, broadcast: int) -> None:
    table = broadcast_contents
    connection.execute(delete(table).where(table.c.broadcast == broadcast))


def _draft(connection: Connection, row: Row[Any] | None) -> Draft | None:
    if row is None:
        return None
    where = broadcast_contents.c.broadcast == row.id
    versions = connection.execute(select(broadcast_contents).where(where))
    return Draft(
        id=row.id,
        author=row.author,
        audience=Audience.from_json(row.audience),
        at=row.at.replace(tzinfo=UTC) if row.at else None,
        override=row.override,
        revision=row.revision,
        tested=row.tested,
        contents={
            one.language: Content(one.source, tuple(one.messages), tuple(one.buttons))
            for one in versions
        },
    )
