"""SQL of the notices that wait."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from bot.storage.tables import notices


def add(
    connection: Connection, chat_id: int, text: str, buttons: Sequence[Sequence[str | None]]
) -> None:
    """`buttons` are triples of label, data and link."""
    row = {"chat_id": chat_id, "text": text, "buttons": buttons or None}
    connection.execute(insert(notices).values(row))


def waiting(connection: Connection, most: int) -> Sequence[Row[Any]]:
    """The oldest first: `id`, `chat_id`, `text`, `buttons`."""
    return connection.execute(select(notices).order_by(notices.c.id).limit(most)).all()


def remove(connection: Connection, number: int) -> None:
    connection.execute(delete(notices).where(notices.c.id == number))
