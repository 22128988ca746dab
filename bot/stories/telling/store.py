"""SQL of drafts: one sealed row a person, never older than a day."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.submission_tables import drafts

KEPT = timedelta(hours=24)


def load(connection: Connection, chat_id: int, now: datetime) -> bytes | None:
    """What was begun in the last 24 hours. `now` in UTC."""
    where = (drafts.c.chat_id == chat_id, drafts.c.started_at > now - KEPT)
    return connection.scalar(select(drafts.c.sealed).where(*where))


def expire(connection: Connection, chat_id: int, now: datetime) -> bool:
    """Whether the person's draft was older, and removed. `now` in UTC."""
    where = (drafts.c.chat_id == chat_id, drafts.c.started_at <= now - KEPT)
    return connection.execute(delete(drafts).where(*where)).rowcount == 1


def save(connection: Connection, chat_id: int, sealed: bytes, now: datetime) -> None:
    """The day counts from the first time."""
    values = {"sealed": sealed}
    one = update(drafts).where(drafts.c.chat_id == chat_id).values(values)
    if not connection.execute(one).rowcount:
        row = {**values, "chat_id": chat_id, "started_at": now}
        connection.execute(insert(drafts).values(row))


def remove(connection: Connection, chat_id: int) -> None:
    connection.execute(delete(drafts).where(drafts.c.chat_id == chat_id))


def forget_old(connection: Connection, now: datetime) -> int:
    """How many drafts of 24 hours or older were removed. `now` in UTC."""
    return connection.execute(delete(drafts).where(drafts.c.started_at <= now - KEPT)).rowcount
