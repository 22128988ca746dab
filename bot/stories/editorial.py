"""The editors' side of the stories, put together: moderation, publication, the channel."""

from collections.abc import Callable, Coroutine
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import Connection

from bot.chat.foundation import Foundation
from bot.chat.roles import ADMIN, MODERATOR, OWNER
from bot.chat.routes import Routes
from bot.stories.linking import story_link
from bot.stories.moderation.handlers import Moderation
from bot.stories.moderation.insults import load_insults
from bot.stories.moderation.rights import Moderators, Rights, Spoken
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.posts import ChannelPosts
from bot.stories.publishing.doubts import Doubts
from bot.stories.publishing.handlers import Publishing
from bot.stories.publishing.publisher import Publisher


class Editorial:
    def __init__(self, ground: Foundation, random: Random) -> None:
        settings = ground.settings
        rights = Rights(
            ground.chats.moderation_in,
            lambda connection: ground.roles.members(connection, OWNER, MODERATOR),
        )
        moderators = Moderators(rights, ground.notices.post)
        spoken = Spoken(ground.languages, settings.default_language)
        doubts = Doubts(moderators, spoken)
        self.posts = _channel(ground, doubts)
        self.publisher = Publisher(random, self.posts)
        self.moderation = Moderation(
            self.publisher,
            moderators,
            spoken,
            load_insults(ground.templates / "moderation"),
            doubts,
            address=partial(story_link, ground.bot),
            hours=settings.moderation_hours,
            vault=ground.vault,
            random=random,
            bot=ground.bot,
            writer=ground.writer,
            clock=ground.clock,
        )
        self._publishing = Publishing(
            self.posts,
            rights,
            lambda connection, user_id: ground.roles.may(connection, user_id, ADMIN),
            self.moderation.settling.settle,
        )

    def routes(self) -> Routes:
        return self.moderation.routes() | self._publishing.routes()

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        return (self.posts.run, self.moderation.cards.run, self.moderation.rounds.run)

    async def close(self) -> None:
        """A post on its way arrives."""
        await self.posts.close()

    def start(self, connection: Connection) -> None:
        self.moderation.start(connection)

    def chats_changed(self, connection: Connection) -> None:
        self.moderation.chats_changed(connection)
        self.posts.wake()

    def wake(self) -> None:
        """What was sent reaches moderators at once where they want it so."""
        self.moderation.rounds.wake()
        self.moderation.cards.wake()


def _channel(ground: Foundation, doubts: Doubts) -> ChannelPosts:
    languages, default = ground.languages, ground.settings.default_language
    return ChannelPosts(
        ground.bot,
        ground.gate,
        ground.writer,
        Pages(languages, default, lambda: ground.bot.username),
        channel=lambda: ground.chats.channel_id,
        ask=doubts.ask,
        tell_admins=ground.telling.admins,
        probe=ground.probe,
    )
