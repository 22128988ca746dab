"""The admins' part of the bot, put together: who gets what from whom."""

from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy import Connection

from bot.admin.errors import ErrorNotices
from bot.admin.handlers import Pages
from bot.admin.health import Health
from bot.admin.joining import Joining
from bot.admin.members import Members
from bot.admin.offers import Leaving
from bot.admin.rooms import Rooms
from bot.admin.setup import SetUp
from bot.chat.foundation import Foundation
from bot.chat.routes import Routes
from bot.chat.visit import Reply, Visit


class Admin:
    """Made once a start; `routes` are asked for anew when texts change.

    `changed` is called when the bot has another channel or moderators' chat, or when somebody has
    another role; in that transaction.
    """

    def __init__(self, ground: Foundation, changed: Callable[[Connection], object]) -> None:
        def username() -> str:
            return ground.bot.username

        telling, clock = ground.telling, ground.clock
        chats, roles, writer = ground.chats, ground.roles, ground.writer
        self._chats = chats
        self._leaving = Leaving(ground.bot, writer)
        self._errors = ErrorNotices(writer, telling, clock)
        self._joining = Joining(telling, username, changed)
        self.rooms = Rooms(chats, telling, changed, self._leaving.wake)
        self._setup = SetUp(roles, chats, changed, self._leaving.wake)
        health = Health(self._errors, ground.database.url, clock)
        self._pages = Pages(
            roles, chats, health, Members(telling, changed), self._joining, username
        )

    @property
    def owner_link(self) -> str:
        """To be printed on the terminal, and nowhere else; empty where there is an owner."""
        return self._joining.owner_link

    def routes(self) -> Routes:
        return self._pages.routes() | self._setup.routes()

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        """To be run as long as the bot runs."""
        return (self._leaving.run, self._errors.run)

    def open_link(self, visit: Visit, argument: str) -> Reply | None:
        """`role_…` and `own_…`."""
        return self._joining.open_link(visit, argument)

    def start(self, connection: Connection) -> None:
        """Before the first update."""
        self._chats.read(connection)
        self._joining.start(connection)
        self._errors.listen()

    def close(self) -> None:
        self._errors.close()
