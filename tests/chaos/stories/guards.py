"""Guards of stories taken out, one each, to see that the checker notices."""

from collections.abc import Callable, Mapping
from unittest.mock import patch

from sqlalchemy import Connection

from bot.chat.visit import Visit
from bot.storage.writer import Unit, Writer
from bot.stories import store as submissions
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.model import Post, PostState
from bot.stories.publishing.channel.posting import Posting
from bot.stories.publishing.channel.withdrawing import Withdrawing
from bot.stories.telling.drafts import Draft
from bot.stories.telling.sending import Sending

Later = Callable[[Unit[object]], None]
A_MOMENT = 0.05


def _later() -> Later:
    """What puts a unit into a transaction of its own, after that of the unit that calls it."""
    writers: list[Writer] = []
    start = Writer.start

    def started(writer: Writer) -> None:
        start(writer)
        writers.append(writer)

    def later(unit: Unit[object]) -> None:
        loop = writers[-1]._loop
        assert loop is not None
        loop.call_soon_threadsafe(loop.call_later, A_MOMENT, writers[-1].post, unit)

    patch.object(Writer, "start", started).start()
    return later


def _draft_goes_later() -> None:
    later = _later()

    def remove(sending: Sending, visit: Visit, draft: Draft | None) -> None:
        drafts, chat_id = sending._progress._drafts, visit.person.chat_id
        if draft is not None:
            later(lambda connection: drafts.remove(connection, chat_id))

    patch.object(Sending, "drop", remove).start()


def _story_comes_later() -> None:
    """After its draft is gone."""
    later, add = _later(), submissions.add

    def added(_connection: Connection, *given: object) -> bool:
        later(lambda connection: add(connection, *given))  # type: ignore[arg-type]
        return True

    patch.object(submissions, "add", added).start()


def _submission_goes_later() -> None:
    """After it was published."""
    later, remove = _later(), submissions.remove

    def removed(_connection: Connection, key: str) -> None:
        later(lambda connection: remove(connection, key))

    patch.object(submissions, "remove", removed).start()


def _doubt_is_sent_again() -> None:
    def cut(_posting: Posting, connection: Connection, number: int) -> None:
        store.move(connection, number, PostState.SENDING, PostState.PENDING)

    patch.object(Posting, "cut", cut).start()


def _withdrawal_is_overlooked() -> None:
    """By what comes to know of its post later."""
    patch.object(store, "is_withdrawn", lambda _connection, _number: False).start()


def _post_is_forgotten_before_it_goes() -> None:
    take_down = Withdrawing.take_down

    async def forgotten(withdrawing: Withdrawing, post: Post) -> None:
        await withdrawing._writer.run(lambda connection: store.remove(connection, post.number))
        await take_down(withdrawing, post)

    patch.object(Withdrawing, "take_down", forgotten).start()


GUARDS: Mapping[str, Callable[[], None]] = {
    "draft": _draft_goes_later,
    "story": _story_comes_later,
    "submission": _submission_goes_later,
    "doubt": _doubt_is_sent_again,
    "recall": _withdrawal_is_overlooked,
    "deletion": _post_is_forgotten_before_it_goes,
}
