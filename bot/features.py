"""The features of the bot, each made once a start, from the ground up."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from sqlalchemy import Connection

from bot.admin.parts import Admin
from bot.broadcasts.parts import Broadcasts
from bot.chat.foundation import Foundation
from bot.chat.housekeeping import Chore
from bot.guides.store import forget_idle
from bot.statistics.parts import Statistics
from bot.stories.parts import Stories
from bot.stories.shown import author_html


class Features:
    """What one of them needs of another is handed over here; none knows another."""

    def __init__(self, ground: Foundation) -> None:
        self.ground = ground
        self.statistics = Statistics(ground.database, ground.clock)
        self.stories = Stories(ground)
        self.broadcasts = Broadcasts(ground, partial(author_html, links=False))
        self.admin = Admin(ground, self.stories.chats_changed)

    def start(self, connection: Connection) -> None:
        """Before the first update."""
        self.admin.start(connection)
        self.stories.start(connection)

    @property
    def chores(self) -> tuple[Chore, ...]:
        """For every hour."""
        return (forget_idle, self.stories.tidy, self.statistics.tidy)

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        """To be run as long as the bot runs."""
        return (
            self.ground.notices.run,
            *self.stories.workers(),
            *self.broadcasts.workers(),
            *self.admin.workers(),
            *self.statistics.workers(),
        )

    async def close(self) -> None:
        """After the workers were cancelled and the last update was worked on."""
        await self.stories.close()
        await self.broadcasts.close()
        self.admin.close()
        await self.statistics.close()
