"""The editors' side of the stories, put together: moderation, publication, the channel."""

from collections.abc import Callable, Coroutine
from random import Random
from typing import Any

from sqlalchemy import Connection

from bot.chat.roles import ADMIN, MODERATOR, OWNER
from bot.chat.routes import Routes
from bot.stories.around import Around
from bot.stories.moderation.handlers import Moderation
from bot.stories.moderation.insults import load_insults
from bot.stories.moderation.rights import Moderators, Rights, Spoken
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.posts import ChannelPosts
from bot.stories.publishing.handlers import Publishing
from bot.stories.publishing.publisher import Publisher


class Editorial:
    def __init__(self, around: Around, random: Random) -> None:
        settings = around.settings
        rights = Rights(
            around.chats.moderation_in,
            lambda connection: around.roles.members(connection, OWNER, MODERATOR),
        )
        moderators = Moderators(rights, around.notices.post)
        self.posts = _channel(around, moderators)
        self.publisher = Publisher(random, self.posts)
        self.moderation = Moderation(
            self.publisher,
            moderators,
            Spoken(around.languages, settings.default_language),
            load_insults(around.templates / "moderation"),
            address=around.address,
            hours=settings.moderation_hours,
            vault=around.vault,
            random=random,
            bot=around.bot,
            writer=around.writer,
            clock=around.clock,
        )
        self._publishing = Publishing(
            self.posts,
            rights,
            lambda connection, user_id: around.roles.may(connection, user_id, ADMIN),
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


def _channel(around: Around, moderators: Moderators) -> ChannelPosts:
    return ChannelPosts(
        around.bot,
        around.gate,
        around.writer,
        Pages(around.languages, around.settings.default_language, lambda: around.bot.username),
        channel=lambda: around.chats.channel_id,
        tell=moderators.tell,
        tell_admins=around.notices.tell,
        probe=around.probe,
    )
