"""SQL of what is done to messages that were delivered: rows first, as with sending."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from bot.broadcasts.running.states import JOBS, STANDING
from bot.broadcasts.store import stored
from bot.storage.broadcast_tables import broadcast_contents, broadcasts, recipients

REST, REST_CORRECTED = "", "**"
_SETTLE = (
    update(recipients)
    .where(
        recipients.c.broadcast == bindparam("of"),
        recipients.c.chat_id == bindparam("to"),
        recipients.c.state == bindparam("before"),
    )
    .values(state=bindparam("after"), reason=bindparam("why"))
)


@dataclass(frozen=True)
class Delivery:
    """A message in a chat, with those that belong to it: `count` ids from `message_id` on."""

    chat_id: int
    language: str
    message_id: int
    count: int


@dataclass(frozen=True)
class Amended:
    """What becomes of a row that waits: its state from now on, and why."""

    chat_id: int
    state: str
    reason: str = ""


@dataclass(frozen=True)
class Correction:
    """The new words, with entities as Telegram writes them."""

    text: str
    entities: list[dict[str, Any]]


def begin(
    connection: Connection,
    broadcast: int,
    job: str,
    languages: tuple[str, ...] | None = None,
    *,
    others: bool = False,
) -> int:
    """How many messages are to be recalled or corrected: all, or those of people who read one of
    the languages (`others`: none of them).
    """
    row = update(recipients).where(
        recipients.c.broadcast == broadcast,
        recipients.c.state.in_(STANDING),
        recipients.c.message_id.is_not(None),
    )
    if languages is not None:
        spoken = recipients.c.language.in_(languages)
        row = row.where(~spoken if others else spoken)
    return connection.execute(row.values(state=job, reason="")).rowcount


def jobs(connection: Connection, since: datetime) -> list[tuple[int, str]]:
    """Broadcasts that ended since then in which something waits, and which of the two it is."""
    return [
        (number, job)
        for job in JOBS
        for number in connection.scalars(
            select(broadcasts.c.id)
            .where(broadcasts.c.ended_at >= stored(since), _waits(job))
            .order_by(broadcasts.c.id)
        )
    ]


def job_of(connection: Connection, broadcast: int) -> str:
    """Empty where nothing waits."""
    found = (
        job
        for job in JOBS
        if connection.scalar(
            select(broadcasts.c.id).where(broadcasts.c.id == broadcast, _waits(job))
        )
    )
    return next(found, "")


def waiting(connection: Connection, broadcast: int, job: str, most: int) -> list[Delivery]:
    table = recipients.c
    rows = connection.execute(
        select(table.chat_id, table.language, table.message_id, table.count)
        .where(table.broadcast == broadcast, table.state == job)
        .order_by(table.clock, table.chat_id)
        .limit(most)
    )
    return [
        Delivery(chat_id, language, message_id, max(1, count))
        for chat_id, language, message_id, count in rows
    ]


def settle(connection: Connection, broadcast: int, job: str, outcomes: Iterable[Amended]) -> None:
    rows = [
        {
            "of": broadcast,
            "to": one.chat_id,
            "before": job,
            "after": one.state,
            "why": one.reason,
        }
        for one in outcomes
    ]
    if rows:
        connection.execute(_SETTLE, rows)


def keep_correction(
    connection: Connection, broadcast: int, language: str, correction: Correction
) -> None:
    """Beside the version it corrects, in the place of an earlier one."""
    table, key = broadcast_contents, language.upper() or REST_CORRECTED
    where = (table.c.broadcast == broadcast, table.c.language == key)
    connection.execute(delete(table).where(*where))
    kept = {"text": correction.text, "entities": correction.entities}
    row = {"broadcast": broadcast, "language": key, "source": 0, "messages": [], "buttons": kept}
    connection.execute(insert(table).values(row))


def corrections(connection: Connection, broadcast: int) -> Mapping[str, Correction]:
    """By the language of the version they correct."""
    table = broadcast_contents.c
    rows = connection.execute(
        select(broadcast_contents).where(table.broadcast == broadcast, table.source == 0)
    )
    return {
        REST if row.language == REST_CORRECTED else row.language.lower(): Correction(
            row.buttons["text"], row.buttons["entities"]
        )
        for row in rows
    }


def _waits(job: str) -> Any:
    return exists().where(recipients.c.broadcast == broadcasts.c.id, recipients.c.state == job)
