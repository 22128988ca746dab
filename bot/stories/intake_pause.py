"""Whether stories are taken at the moment: moderators pause it when they cannot keep up."""

from sqlalchemy import Connection, delete, insert, select

from bot.storage.tables import settings

NAME = "stories_paused"


def paused(connection: Connection) -> bool:
    row = connection.execute(select(settings.c.value).where(settings.c.name == NAME)).first()
    return row is not None


def set_paused(connection: Connection, value: bool) -> None:
    connection.execute(delete(settings).where(settings.c.name == NAME))
    if value:
        connection.execute(insert(settings).values(name=NAME, value="yes"))
