"""SQL of what is kept of a person, table by table."""

from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, select

from bot.storage.tables import metadata


def rows_of(connection: Connection, chat_id: int) -> dict[str, Any]:
    """What is kept in plain, by the table's name; what is encrypted, its feature opens."""
    return {
        table.name: _rows(connection, table, chat_id)
        for table in metadata.sorted_tables
        if "chat_id" in table.c
    }


def _rows(connection: Connection, table: Table, chat_id: int) -> list[dict[str, Any]]:
    plain = [column for column in table.c if not isinstance(column.type, LargeBinary)]
    rows = connection.execute(select(*plain).where(table.c.chat_id == chat_id))
    return [dict(row) for row in rows.mappings()]
