"""Votes on the buttons of a post: the latest count, at most every four seconds."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.storage.writer import Unit, Writer
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.calls import Calls
from bot.stories.publishing.channel.failures import Failure, failure_of
from bot.stories.publishing.channel.model import Post, PostState, Story
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.troubles import Troubles

GAP_SECONDS = 4.0


class Labelling:
    """`monotonic` is in seconds."""

    def __init__(
        self,
        calls: Calls,
        writer: Writer,
        pages: Pages,
        troubles: Troubles,
        monotonic: Callable[[], float],
    ) -> None:
        self._calls, self._writer, self._pages = calls, writer, pages
        self._troubles, self._now = troubles, monotonic
        self._edited: dict[int, float] = {}

    def due(self, posts: Iterable[Post]) -> list[Post]:
        """Of those that are stale the ones that may be edited now."""
        now = self._now()
        self._edited = {number: at for number, at in self._edited.items() if now - at < GAP_SECONDS}
        return [post for post in posts if post.number not in self._edited]

    async def relabel(self, post: Post) -> None:
        story = await self._writer.run(lambda connection: _changed(connection, post.number))
        if story is None or post.message_id is None:
            return
        await self._calls.turn()
        # Its turn may have taken a while: counts, and whether it still stands there, are read now.
        story = await self._writer.run(lambda connection: _changed(connection, post.number))
        if story is None:
            return
        self._edited[post.number] = self._now()
        try:
            await self._calls.relabel(post.message_id, self._pages.rows(story))
        except TelegramError as error:
            if failure_of(error) is not Failure.UNCHANGED:
                await self._troubles.met(post.number, error, _refused(post.number, error))
                return
        shown = story.labels
        await self._writer.run(lambda connection: _labelled(connection, post.number, shown))
        self._troubles.over(post.number)


def _changed(connection: Connection, number: int) -> Story | None:
    """None where the post is no longer there, or its buttons say already what they should."""
    post, story = store.find(connection, number), store.story(connection, number)
    if post is None or story is None or post.state is not PostState.SENT:
        return None
    if post.labels == story.labels:
        store.labelled(connection, number, post.labels, stale=False)
        return None
    return story


def _labelled(connection: Connection, number: int, shown: str) -> None:
    story = store.story(connection, number)
    now = story.labels if story else shown
    store.labelled(connection, number, shown, stale=now != shown)


def _refused(number: int, error: TelegramError) -> Unit[object]:
    """A post that somebody deleted is given up."""
    if failure_of(error) is Failure.ABSENT:
        return lambda connection: store.move(connection, number, PostState.SENT, PostState.GONE)
    return lambda connection: store.refused(connection, number, PostState.SENT, PostState.SENT)
