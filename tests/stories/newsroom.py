"""The bot with its channel and its moderators' chat."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.playground import Playground
from bot.playground.person import Person
from tests.world import Clock, World, running, settings_for


@dataclass
class Newsroom(World):
    """`channel` and `office` are chat ids; `moderator` is in both, `admin` owns them."""

    channel: int
    office: int
    moderator: Person
    admin: Person

    def reader(self, language: str = "en", **more: Any) -> Person:
        """Somebody who follows the channel."""
        person = self.person(language=language, **more)
        chats = self.playground.telegram.registry.chats
        chats[self.channel].members.update(
            {person.id: chats[self.channel].members[self.moderator.id]}
        )
        return person

    async def settle(self) -> None:
        """The workers have looked at what waits."""
        stories = self.bot.features.stories
        stories._moderation.rounds.wake()
        await asyncio.sleep(0.1)

    async def newest(self, chat: int) -> str:
        """What a moderator sees there last: words and buttons."""
        await self.moderator.refresh(chat)
        try:
            labels = [label for row in self.moderator.buttons for label in row]
            return "\n".join([self.moderator.text, *labels])
        except AssertionError:
            return ""

    async def shows(self, chat: int, words: str, *, within: float = 10.0) -> None:
        """Waits until the newest message there has the words."""
        await self._until(chat, lambda shown: words in shown, within)

    async def leaves(self, chat: int, words: str, *, within: float = 10.0) -> None:
        """Waits until they are gone."""
        await self._until(chat, lambda shown: words not in shown, within)

    async def _until(self, chat: int, seen: Callable[[str], bool], within: float) -> None:
        until = time.monotonic() + within
        while not seen(await self.newest(chat)):
            if time.monotonic() > until:
                raise AssertionError(f"It did not come.{self.moderator.shown()}")
            await self.settle()


@contextlib.asynccontextmanager
async def newsroom(
    playground: Playground, folder: Path, *, language: str = "en", **changes: Any
) -> AsyncIterator[Newsroom]:
    """New stories reach the moderators at once, unless `changes` says otherwise."""
    admin = playground.person("admin", language=language)
    moderator = playground.person("moderator", language=language)
    channel = playground.room("channel", "Stories", admin, members=[moderator])
    office = playground.room("supergroup", "Moderators", admin, members=[moderator])
    given: dict[str, Any] = {
        "channel_id": channel,
        "moderation_chat_id": office,
        "moderation_hours": (),
        "admin_ids": (admin.id,),
        "default_language": language,
    }
    settings = settings_for(playground, folder, **{**given, **changes})
    clock = Clock()
    async with running(settings, clock) as bot:
        yield Newsroom(playground, bot, clock, settings, channel, office, moderator, admin)
