"""Taking a post down: deleted, or rewritten where Telegram no longer deletes. Safe to repeat."""

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.storage.writer import Probe, Unit, Writer
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.calls import Calls
from bot.stories.publishing.channel.failures import Failure, failure_of
from bot.stories.publishing.channel.model import Post, PostState
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.troubles import Troubles

DONE = frozenset({Failure.ABSENT, Failure.UNCHANGED})


class Withdrawing:
    def __init__(
        self, calls: Calls, writer: Writer, pages: Pages, troubles: Troubles, probe: Probe
    ) -> None:
        self._calls, self._writer, self._pages = calls, writer, pages
        self._troubles, self._probe = troubles, probe

    async def take_down(self, post: Post) -> None:
        self._probe("post_before_delete")
        try:
            deleted = await self._remove(post)
        except TelegramError as error:
            await self._troubles.met(post.number, error, _still(post.number))
            return
        self._probe("post_after_delete")
        await self._writer.run(lambda connection: _forget(connection, post, deleted=deleted))
        self._troubles.over(post.number)

    async def _remove(self, post: Post) -> bool:
        """Whether nothing is left of it; else its text is another one."""
        if post.message_id is None:
            return True
        try:
            await self._calls.delete(post.message_id)
        except TelegramError as error:
            if failure_of(error) not in {Failure.ABSENT, Failure.TOO_OLD}:
                raise
            if failure_of(error) is Failure.TOO_OLD:
                return await self._rewrite(post.number, post.message_id)
        return True

    async def _rewrite(self, number: int, message_id: int) -> bool:
        text = await self._writer.run(lambda connection: self._pages.farewell(connection, number))
        try:
            await self._calls.rewrite(message_id, text)
        except TelegramError as error:
            if failure_of(error) not in DONE:
                raise
            return failure_of(error) is Failure.ABSENT
        return False


def _forget(connection: Connection, post: Post, *, deleted: bool) -> None:
    if deleted:
        store.remove(connection, post.number)
    else:
        store.move(connection, post.number, PostState.DELETING, PostState.WITHDRAWN)


def _still(number: int) -> Unit[object]:
    """It is tried again, after others."""
    return lambda connection: store.refused(
        connection, number, PostState.DELETING, PostState.DELETING
    )
