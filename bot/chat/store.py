"""SQL of delivery: updates taken, updates waiting, screens owed, updates set aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from bot.storage.tables import inbox, owed, set_aside, updates
from bot.storage.vault import Vault

KEEP_UPDATES, KEEP_FAILURES = timedelta(hours=48), timedelta(days=30)

# Made once: they run with every update, and making a statement costs more than running it.
_TAKE = insert(updates).from_select(
    ["update_id", "taken_at"],
    select(bindparam("id", type_=BigInteger), bindparam("now", type_=DateTime)).where(
        ~exists().where(updates.c.update_id == bindparam("id"))
    ),
)
_OWE = insert(owed)
_OWE_ANEW = (
    update(owed)
    .where(owed.c.chat_id == bindparam("of"))
    .values({name: bindparam(name) for name in ("update_id", "place", "language")})
)
_SETTLE = delete(owed).where(owed.c.chat_id == bindparam("of"), owed.c.update_id == bindparam("id"))


@dataclass(frozen=True)
class Debt:
    """A screen that was decided and not seen to arrive; `language` is for chats just erased."""

    chat_id: int
    update_id: int
    place: str
    language: str


def take(connection: Connection, update_id: int, now: datetime) -> bool:
    """Notes the update as taken; False when it was before (Telegram repeats unconfirmed ones)."""
    return connection.execute(_TAKE, {"id": update_id, "now": now}).rowcount == 1


def forget_old_updates(connection: Connection, now: datetime) -> int:
    """How many ids older than 48 hours were removed."""
    old = delete(updates).where(updates.c.taken_at < now - KEEP_UPDATES)
    return connection.execute(old).rowcount


def owe(connection: Connection, debt: Debt) -> None:
    values = vars(debt)
    if not connection.execute(_OWE_ANEW, {**values, "of": debt.chat_id}).rowcount:
        connection.execute(_OWE, values)


def settle(connection: Connection, chat_id: int, update_id: int) -> None:
    """Only the debt of that update: a newer one stays."""
    connection.execute(_SETTLE, {"of": chat_id, "id": update_id})


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


def forget_set_aside(connection: Connection, now: datetime) -> int:
    """How many notes of failures older than 30 days were removed."""
    old = delete(set_aside).where(set_aside.c.at < now - KEEP_FAILURES)
    return connection.execute(old).rowcount


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
    """What was accepted before a stop, in order: (id, raw JSON).

    What another key sealed can be read by nobody any more: it goes.
    """
    waiting: list[tuple[int, str]] = []
    for row in connection.execute(select(inbox).order_by(inbox.c.update_id)).all():
        raw = vault.open(row.payload, f"inbox {row.update_id}")
        if raw is None:
            stop_waiting(connection, row.update_id)
        else:
            waiting.append((row.update_id, raw))
    return waiting
