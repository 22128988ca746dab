"""Sending a post once: its row says so before, and whoever is cut on the way is asked about."""

import logging
from collections.abc import Callable

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.chat.screens import Screen
from bot.storage.writer import Probe, Writer
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.calls import Calls
from bot.stories.publishing.channel.failures import Failure, failure_of
from bot.stories.publishing.channel.model import Post, PostState
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.troubles import Troubles

log = logging.getLogger(__name__)
Ask = Callable[[Connection, int], None]
REFUSALS = frozenset({Failure.REFUSED, Failure.CLOSED, Failure.ABSENT, Failure.TOO_OLD})


class Posting:
    """`ask` asks moderators about the post of that number."""

    def __init__(
        self,
        calls: Calls,
        writer: Writer,
        pages: Pages,
        troubles: Troubles,
        ask: Ask,
        probe: Probe,
    ) -> None:
        self._calls, self._writer, self._pages = calls, writer, pages
        self._troubles, self._ask, self._probe = troubles, ask, probe

    async def turn(self) -> None:
        await self._calls.turn()

    async def send(self, post: Post) -> None:
        """After its turn; not to be broken off."""
        begun = await self._writer.run(lambda connection: self._begin(connection, post.number))
        if begun is None:
            return
        screen, labels = begun
        self._probe("post_before_send")
        try:
            message_id = await self._calls.send(screen)
        except TelegramError as error:
            await self._not_sent(post.number, error)
            return
        self._probe("post_after_send")
        await self._writer.run(
            lambda connection: self._sent(connection, post.number, message_id, labels)
        )
        self._probe("post_after_commit")
        self._troubles.over(post.number)

    def cut(self, connection: Connection, number: int) -> None:
        """Found on its way where nobody sends it: it is there or not."""
        if store.move(connection, number, PostState.SENDING, PostState.UNKNOWN):
            self._ask(connection, number)

    def _begin(self, connection: Connection, number: int) -> tuple[Screen, str] | None:
        """None where there is nothing to send any more."""
        if not store.move(connection, number, PostState.PENDING, PostState.SENDING):
            return None
        story = store.story(connection, number)
        if story is None:
            store.remove(connection, number)
            return None
        return self._pages.post(story), story.labels

    def _sent(self, connection: Connection, number: int, message_id: int, labels: str) -> None:
        """A story that was withdrawn meanwhile goes at once."""
        store.arrived(connection, number, PostState.SENDING, message_id, labels)
        if store.is_withdrawn(connection, number):
            store.move(connection, number, PostState.SENT, PostState.DELETING)

    async def _not_sent(self, number: int, error: TelegramError) -> None:
        failure = failure_of(error)
        if failure is Failure.MAYBE:
            log.warning("post %d was cut: %s", number, type(error).__name__)
            await self._writer.run(lambda connection: self.cut(connection, number))
            return

        def unit(connection: Connection) -> None:
            if store.is_withdrawn(connection, number):
                store.remove(connection, number)
            elif failure in REFUSALS:
                store.refused(connection, number, PostState.SENDING, PostState.PENDING)
            else:
                store.move(connection, number, PostState.SENDING, PostState.PENDING)

        await self._troubles.met(number, error, unit)
