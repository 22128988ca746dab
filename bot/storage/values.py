"""Values that the bot keeps by a name of up to 32 characters: the table `settings`."""

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.tables import settings

BOT = "bot_id"
"""The bot whose database it is."""


def find(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(settings.c.value).where(settings.c.name == name))


def kept(connection: Connection, *names: str) -> dict[str, str]:
    """Those of them that are kept."""
    rows = connection.execute(select(settings).where(settings.c.name.in_(names)))
    return {row.name: row.value for row in rows}


def keep(connection: Connection, name: str, value: str) -> None:
    """At most 200 characters; it takes the place of what was kept."""
    changed = update(settings).where(settings.c.name == name).values(value=value)
    if not connection.execute(changed).rowcount:
        connection.execute(insert(settings).values(name=name, value=value))


def drop(connection: Connection, name: str) -> None:
    connection.execute(delete(settings).where(settings.c.name == name))
