"""The worker of the channel: what is owed to it and what has changed, one call after another."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import Connection
from telegram.ext import ExtBot

from bot.chat.worker import Worker
from bot.delivery.errors import GateStopped
from bot.storage.writer import Probe, Writer, no_probe
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.calls import Calls, Turns
from bot.stories.publishing.channel.labelling import Labelling
from bot.stories.publishing.channel.model import Post, PostState
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.pauses import Pauses
from bot.stories.publishing.channel.posting import Ask, Posting
from bot.stories.publishing.channel.troubles import TellAdmins, Troubles
from bot.stories.publishing.channel.whole import Whole
from bot.stories.publishing.channel.withdrawing import Withdrawing

EVERY_SECONDS = 1.0


class ChannelPosts:
    """`channel` gives that of the moment, if any; `ask` asks moderators about a post in doubt.

    Without a channel nothing is owed; stories published meanwhile are not posted later.

    What was owed to a channel before is kept for when there is one again.
    """

    def __init__(
        self,
        bot: ExtBot[Any],
        turns: Turns,
        writer: Writer,
        pages: Pages,
        *,
        channel: Callable[[], int | None],
        ask: Ask,
        tell_admins: TellAdmins,
        monotonic: Callable[[], float] = time.monotonic,
        probe: Probe = no_probe,
    ) -> None:
        self._channel = channel
        self._writer, self._ask = writer, ask
        self._whole = Whole()
        self._worker = Worker("channel posts", self.once, EVERY_SECONDS)
        self._troubles = Troubles(writer, pages, Pauses(monotonic), tell_admins)
        self._calls = calls = Calls(bot, turns)
        shared = (calls, writer, pages, self._troubles)
        self._posting = Posting(*shared, ask, probe)
        self._withdrawing = Withdrawing(*shared, probe)
        self._labelling = Labelling(*shared, monotonic)
        self._served: int | None = None
        # The most urgent first.
        self._work: dict[PostState, Callable[[Post], Awaitable[None]]] = {
            PostState.SENDING: self._cut,
            PostState.DELETING: self._take_down,
            PostState.PENDING: self._send,
            PostState.SENT: self._labelling.relabel,
        }

    @property
    def channel_id(self) -> int | None:
        return self._channel()

    async def run(self) -> None:
        """Until cancelled."""
        await self._worker.run()

    async def close(self) -> None:
        """After the end of `run`: waits for a post that is on its way."""
        await self._whole.close()

    def wake(self) -> None:
        self._worker.wake()

    def published(self, connection: Connection, number: int) -> None:
        if self.channel_id is not None:
            store.add(connection, number)
            self.wake()

    def withdrawn(self, connection: Connection, number: int) -> None:
        """One that is being sent right now is looked after when it has arrived."""
        post = store.find(connection, number)
        if post is None:
            return
        if post.state in {PostState.PENDING, PostState.GONE}:
            store.remove(connection, number)
        elif post.state is PostState.UNKNOWN:
            self._ask(connection, number)
        elif store.move(connection, number, PostState.SENT, PostState.DELETING):
            self.wake()

    def labels_changed(self, connection: Connection, number: int) -> None:
        """After a vote; in the same transaction."""
        if store.mark_stale(connection, number):
            self.wake()

    async def once(self) -> None:
        """All that is owed now, each once: what is most urgent is looked for anew every time."""
        tried: set[tuple[int, PostState]] = set()
        while await self._serve() and (post := await self._next(tried)) is not None:
            tried.add((post.number, post.state))
            try:
                await self._work[post.state](post)
            except GateStopped:
                raise
            except Exception as error:  # noqa: BLE001 - it must keep no other post waiting
                self._troubles.failed(post.number, error)

    async def _serve(self) -> bool:
        """Whether there is a channel; another one than before is taken up."""
        channel = self.channel_id
        if channel is not None and channel != self._served:
            await self._writer.run(lambda connection: store.serve(connection, channel))
            self._served = self._calls.channel = channel
        return channel is not None

    async def _next(self, tried: set[tuple[int, PostState]]) -> Post | None:
        ready = [
            post
            for post in await self._writer.run(store.waiting)
            if (post.number, post.state) not in tried and not self._troubles.waits(post.number)
        ]
        urgent = [post for post in ready if post.state is not PostState.SENT]
        due = self._labelling.due(post for post in ready if post.state is PostState.SENT)
        order = list(self._work)
        return min(urgent or due, key=lambda post: order.index(post.state), default=None)

    async def _cut(self, post: Post) -> None:
        await self._writer.run(lambda connection: self._posting.cut(connection, post.number))

    async def _send(self, post: Post) -> None:
        await self._posting.turn()
        await self._whole(self._posting.send(post))

    async def _take_down(self, post: Post) -> None:
        await self._whole(self._withdrawing.take_down(post))
