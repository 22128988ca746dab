"""Whether stories are taken at the moment: moderators pause it when they cannot keep up."""

from sqlalchemy import Connection

from bot.storage import values

NAME = "stories_paused"


def paused(connection: Connection) -> bool:
    return values.find(connection, NAME) is not None


def set_paused(connection: Connection, value: bool) -> None:
    if value:
        values.keep(connection, NAME, "yes")
    else:
        values.drop(connection, NAME)
