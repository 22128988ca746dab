"""The worker as it runs: woken, stopped half-way, killed at every named point."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

import pytest

from bot.playground.faults import Fault
from bot.stories.publishing.channel.posts import ChannelPosts
from tests.stories.publishing.kiosk import Kiosk


class Killed(BaseException):
    """The process ends here: nothing after it happens."""


def killed_at(stand: Kiosk, point: str) -> None:
    def probe(reached: str) -> None:
        if reached == point:
            raise Killed

    stand.probe = probe
    stand.restart()


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - no event tells it
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def running(posts: ChannelPosts) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(posts.run())
    await asyncio.sleep(0.05)
    yield task
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    await posts.close()


async def live(stand: Kiosk) -> None:
    """Another process goes on."""
    stand.probe = lambda _: None
    stand.restart()
    for _ in range(2):
        await stand.round()


@pytest.mark.parametrize(
    ("point", "state", "posts"),
    [
        ("post_before_send", "unknown", 0),
        ("post_after_send", "unknown", 1),
        ("post_after_commit", "sent", 1),
    ],
)
async def test_killed_while_it_posts(stand: Kiosk, point: str, state: str, posts: int) -> None:
    killed_at(stand, point)
    await stand.publish()
    with pytest.raises(Killed):
        await stand.round()
    await live(stand)
    assert await stand.state() == state
    assert len(stand.shown) == posts
    assert len(stand.notices) == (1 if state == "unknown" else 0)


@pytest.mark.parametrize("point", ["post_before_delete", "post_after_delete"])
@pytest.mark.parametrize("age", [0, 48 * 60 * 60 + 1])
async def test_killed_while_it_takes_down(stand: Kiosk, point: str, age: int) -> None:
    await stand.publish()
    await stand.round()
    stand.clock[0] += age
    killed_at(stand, point)
    await stand.withdraw(1)
    with pytest.raises(Killed):
        await stand.round()
    await live(stand)
    assert await stand.state() == ("withdrawn" if age else None)
    assert "hung" not in str(stand.shown)
    assert stand.alarms == []


@pytest.mark.parametrize("state", ["pending", "sending", "unknown", "sent", "deleting", "gone"])
async def test_withdrawn_from_every_state_over_a_restart(stand: Kiosk, state: str) -> None:
    """Nothing of it is left in the channel, or moderators are told where it may be."""
    await stand.publish()
    if state in {"sending", "unknown"}:
        killed_at(stand, "post_after_send")
        with pytest.raises(Killed):
            await stand.round()
    if state != "pending":
        await (live(stand) if state != "sending" else asyncio.sleep(0))
    if state == "gone":
        stand.playground.telegram.registry.chats[stand.channel].messages.clear()
        await stand.vote(1, votes=1, score=1)
        await stand.round()
    if state == "deleting":
        await stand.withdraw(1)
    assert await stand.state() == state
    await stand.withdraw(1)
    await live(stand)
    in_doubt = state in {"sending", "unknown"}
    assert len(stand.shown) == in_doubt
    assert await stand.state() == ("unknown" if in_doubt else None)
    told = [text for text, _ in stand.notices if "was withdrawn, and I cannot" in text]
    assert len(told) == in_doubt


async def test_it_is_woken_by_what_is_published_voted_and_withdrawn(stand: Kiosk) -> None:
    stand.turns = stand.gate
    stand.restart()
    async with running(stand.posts):
        await stand.publish()
        await until(lambda: len(stand.shown) == 1)
        await stand.vote(1, votes=1, score=1)
        await until(lambda: stand.labels()[0][0] == "👍 1")
        await stand.withdraw(1)
        await until(lambda: stand.shown == [])


async def test_a_stop_lets_a_post_on_its_way_arrive(stand: Kiosk) -> None:
    stand.playground.latency = 0.2
    await stand.publish()
    async with running(stand.posts):
        pass
    assert await stand.state() == "sent"
    assert stand.notices == []


async def test_a_stopping_gate_leaves_what_waits(stand: Kiosk) -> None:
    stand.turns = stand.gate
    stand.restart()
    for number in (1, 2):
        assert await stand.publish() == number
    async with running(stand.posts):
        await until(lambda: len(stand.shown) == 1)
        stand.gate.stop()  # while the second one waits for its turn
        await asyncio.sleep(0.1)
    assert await stand.state(2) == "pending"


async def test_a_post_that_cannot_be_written_keeps_no_other_waiting(
    stand: Kiosk, caplog: pytest.LogCaptureFixture
) -> None:
    await stand.publish(language="en")
    await stand.publish("Another one.")
    page = stand.pages.post

    def broken(story):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - as the method
        if story.number == 1:
            raise LookupError("They hung up")
        return page(story)

    stand.pages.post = broken  # type: ignore[method-assign]
    await stand.round()
    assert [await stand.state(1), await stand.state(2)] == ["pending", "sent"]
    assert "LookupError" in caplog.text
    assert "hung" not in caplog.text


async def test_logs_hold_no_word_of_a_story(stand: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    words = 'Bad Request: can\'t parse entities: unsupported start tag "They hung up on me."'
    stand.refuse("sendMessage", 400, words)
    stand.playground.telegram.fault = None
    await stand.publish()
    await stand.round()
    stand.playground.telegram.fault = lambda *_: Fault.reset()
    stand.seconds += 5
    await stand.round()
    assert await stand.state() == "unknown"
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert ours
    assert "hung" not in " ".join([*ours, *stand.alarms])
