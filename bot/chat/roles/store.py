"""SQL of roles, of the audit list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.storage.broadcast_tables import audit, roles
from bot.storage.tables import notices

# Made once: they run with every press that needs a right.
_OF = select(roles.c.role).where(roles.c.chat_id == bindparam("of"))
LONGEST_ACTION, LONGEST_SUBJECT = 32, 80


@dataclass(frozen=True)
class Noted:
    """A line of the audit list. `at` is naive, in UTC."""

    at: datetime
    actor: int
    action: str
    subject: str


def of(connection: Connection, user_id: int) -> set[str]:
    return {str(role) for role in connection.scalars(_OF, {"of": user_id})}


def add(connection: Connection, user_id: int, role: str) -> None:
    connection.execute(insert(roles).values(chat_id=user_id, role=role))


def remove(connection: Connection, user_id: int, role: str) -> bool:
    where = (roles.c.chat_id == user_id, roles.c.role == role)
    return connection.execute(delete(roles).where(*where)).rowcount == 1


def members(connection: Connection, names: Iterable[str]) -> set[int]:
    return set(connection.scalars(select(roles.c.chat_id).where(roles.c.role.in_(tuple(names)))))


def note(connection: Connection, at: datetime, actor: int, action: str, subject: str) -> None:
    row = {"action": action[:LONGEST_ACTION], "subject": subject[:LONGEST_SUBJECT]}
    connection.execute(insert(audit).values(at=at, actor=actor, **row))


def last_noted(connection: Connection, action: str, subject: str) -> datetime | None:
    where = (audit.c.action == action, audit.c.subject == subject)
    at: datetime | None = connection.scalar(select(func.max(audit.c.at)).where(*where))
    return at


def count_noted(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(audit)) or 0


def noted(connection: Connection, skipped: int, most: int) -> list[Noted]:
    """The newest first."""
    page = select(audit).order_by(audit.c.id.desc()).offset(skipped).limit(most)
    rows = connection.execute(page).all()
    return [Noted(row.at, row.actor, row.action, row.subject) for row in rows]


def move_notices(connection: Connection, old: int, new: int) -> None:
    """What waits for a chat that has moved goes where it is now."""
    where = notices.c.chat_id == old
    connection.execute(update(notices).where(where).values(chat_id=new))
