"""SQL of delivery: updates taken, updates waiting, screens owed, updates set aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    Connection,
    DateTime,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
    update,
)

from bot.storage.tables import inbox, owed, set_aside, updates
from bot.storage.vault import Vault

KEEP_UPDATES = timedelta(hours=48)


@dataclass(frozen=True)
class Debt:
    """A screen that was decided and not seen to arrive; `language` is for chats just erased."""

    chat_id: int
    update_id: int
    place: str
    language: str


def take(connection: Connection, update_id: int, now: datetime) -> bool:
    """Notes the update as taken; False when it was before (Telegram repeats unconfirmed ones)."""
    known = exists().where(updates.c.update_id == update_id)
    row = select(literal(update_id), literal(now, DateTime)).where(~known)
    taken = connection.execute(insert(updates).from_select(["update_id", "taken_at"], row))
    return taken.rowcount == 1


def forget_old_updates(connection: Connection, now: datetime) -> int:
    """How many ids older than 48 hours were removed."""
    old = delete(updates).where(updates.c.taken_at < now - KEEP_UPDATES)
    return connection.execute(old).rowcount


def owe(connection: Connection, debt: Debt) -> None:
    values = vars(debt)
    changed = connection.execute(update(owed).where(owed.c.chat_id == debt.chat_id).values(values))
    if not changed.rowcount:
        connection.execute(insert(owed).values(values))


def settle(connection: Connection, chat_id: int, update_id: int) -> None:
    """Only the debt of that update: a newer one stays."""
    connection.execute(delete(owed).where(owed.c.chat_id == chat_id, owed.c.update_id == update_id))


def debts(connection: Connection) -> list[Debt]:
    rows = connection.execute(select(owed).order_by(owed.c.update_id))
    return [Debt(row.chat_id, row.update_id, row.place, row.language) for row in rows]


def debt_of(connection: Connection, chat_id: int) -> Debt | None:
    row = connection.execute(select(owed).where(owed.c.chat_id == chat_id)).first()
    return Debt(row.chat_id, row.update_id, row.place, row.language) if row else None


def put_aside(connection: Connection, update_id: int, error: str, now: datetime) -> None:
    """The kind of error alone; the update counts as taken from now on."""
    take(connection, update_id, now)
    connection.execute(delete(set_aside).where(set_aside.c.update_id == update_id))
    connection.execute(insert(set_aside).values(update_id=update_id, error=error[:80], at=now))


def count_set_aside(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(set_aside)) or 0


def keep_waiting(connection: Connection, vault: Vault, waiting: Iterable[tuple[int, str]]) -> None:
    """Accepts updates (id, raw JSON) that wait behind others, so that the rest can be fetched.

    Not those that were taken in the meantime.
    """
    given = dict(waiting)
    taken = connection.scalars(select(updates.c.update_id).where(updates.c.update_id.in_(given)))
    rows = [
        {"update_id": update_id, "payload": vault.seal(given[update_id], f"inbox {update_id}")}
        for update_id in given.keys() - set(taken)
    ]
    if rows:
        connection.execute(delete(inbox).where(inbox.c.update_id.in_(given)))
        connection.execute(insert(inbox), rows)


def stop_waiting(connection: Connection, update_id: int) -> None:
    connection.execute(delete(inbox).where(inbox.c.update_id == update_id))


def still_waiting(connection: Connection, vault: Vault) -> list[tuple[int, str]]:
    """What was accepted before a stop, in order: (id, raw JSON)."""
    rows = connection.execute(select(inbox).order_by(inbox.c.update_id))
    opened = ((row.update_id, vault.open(row.payload, f"inbox {row.update_id}")) for row in rows)
    return [(update_id, raw) for update_id, raw in opened if raw is not None]
