"""The bot with its owner, and what befalls it in groups and channels."""

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.chat.roles import store
from bot.playground import Playground
from bot.playground.chats import Chat
from bot.playground.membership import change_bot_status
from bot.playground.person import Person
from tests.world import Clock, World, running, settings_for

T = TypeVar("T")


@dataclass
class House(World):
    """`owner` is one by the settings, and has opened the bot."""

    owner: Person

    async def do(self, unit: Callable[[Connection], T]) -> T:
        return await self.bot.database.writer.run(unit)

    async def guest(self) -> Person:
        """Somebody who has opened the bot."""
        person = self.person()
        await person.send("/start")
        return person

    async def grant(self, person: Person, role: str) -> None:
        now = self.clock()
        await self.do(
            lambda c: self.bot.features.ground.roles.grant(c, self.owner.id, person.id, role, now),
        )

    async def take(self, person: Person, role: str) -> None:
        now = self.clock()
        await self.do(
            lambda c: self.bot.features.ground.roles.take(c, self.owner.id, person.id, role, now)
        )

    async def held(self, person: Person) -> frozenset[str]:
        return await self.do(lambda c: self.bot.features.ground.roles.of(c, person.id))

    async def deeds(self) -> list[tuple[str, str]]:
        """The audit list: actions and subjects, the newest first."""
        noted = await self.do(lambda c: store.noted(c, 0, 100))
        return [(one.action, one.subject) for one in noted]

    def chat(self, chat_id: int) -> Chat:
        return self.playground.telegram.registry.chats[chat_id]

    def room(self, kind: str, by: Person, *, username: str = "", **more: Any) -> int:
        """A chat without the bot."""
        room = self.playground.room(kind, "The Room", by, bot="left", **more)
        self.chat(room).username = username
        return room

    def make(self, status: str, room: int, by: Person, **more: Any) -> None:
        user = self.playground.telegram.registry.people[by.id]
        change_bot_status(self.playground.telegram, self.chat(room), user, status, **more)

    def status(self, room: int) -> str:
        return self.chat(room).member(self.playground.telegram.bot.id).status


@contextlib.asynccontextmanager
async def house(playground: Playground, folder: Path, **changes: Any) -> AsyncIterator[House]:
    owner = playground.person("admin")
    given: dict[str, Any] = {"admin_ids": (owner.id,), **changes}
    settings, clock = settings_for(playground, folder, **given), Clock()
    async with running(settings, clock) as bot:
        made = House(playground, bot, clock, settings, owner)
        await owner.send("/start")
        yield made
