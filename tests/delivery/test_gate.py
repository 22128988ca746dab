"""Who goes when, in virtual time; and the pace once in real time."""

import asyncio
import datetime as dt
import itertools
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.delivery.errors import GateStopped, Held, ReplyHeld, outcome_unknown
from bot.delivery.gate import Gate, Lane
from bot.delivery.http import AiohttpRequest
from bot.delivery.lanes import Lanes
from tests.delivery.conftest import TOKEN
from tests.delivery.small_server import SmallServer, answer
from tests.delivery.virtual_time import run_virtually

Test = Callable[["World"], Coroutine[Any, Any, None]]


class World:
    """A gate and a Telegram that notes the calls and refuses those it is told to."""

    def __init__(self, rate: float = 30.0, *, real: bool = False) -> None:
        loop = asyncio.get_running_loop()
        self.clock = time.monotonic if real else loop.time
        self.gate = Gate(Lanes(rate=rate), clock=self.clock)
        self.start = self.clock()
        self.calls: list[tuple[float, Any, Any]] = []
        self.refusals: dict[Any, list[float]] = {}
        self.latency = 0.0

    async def call(
        self,
        chat: int | None = 1,
        lane: Lane | None = None,
        *,
        text: Any = None,
        method: str = "sendMessage",
    ) -> Any:
        data = {"chat_id": chat, "text": text}
        return await self.gate.process_request(self._telegram, (chat,), data, method, data, lane)

    def later(self, *args: Any, **kwargs: Any) -> asyncio.Task[Any]:
        return asyncio.create_task(self.call(*args, **kwargs))

    async def _telegram(self, chat: Any, *, chat_id: Any, text: Any) -> bool:
        assert chat == chat_id
        self.calls.append((round(self.clock() - self.start, 3), chat, text))
        await asyncio.sleep(self.latency)
        if self.refusals.get(chat):
            raise RetryAfter(dt.timedelta(seconds=self.refusals[chat].pop(0)))
        return True

    @property
    def went(self) -> list[tuple[float, Any]]:
        return [(when, chat) for when, chat, _ in self.calls]


def virtual(test: Test) -> Callable[[], None]:
    async def run() -> None:
        await test(World())

    def wrapper() -> None:
        run_virtually(run)

    wrapper.__name__ = test.__name__
    wrapper.__doc__ = test.__doc__
    return wrapper


async def errors_of(*tasks: Awaitable[Any]) -> list[Any]:
    return await asyncio.gather(*tasks, return_exceptions=True)


@virtual
async def test_replies_go_at_once_however_many(world: World) -> None:
    await asyncio.gather(*(world.call(n) for n in range(100)))
    assert {when for when, _ in world.went} == {0.0}
    assert world.gate.counts.replies == 100


@virtual
async def test_bulk_is_paced_and_replies_overtake_it(world: World) -> None:
    bulk = [world.later(n, Lane.BULK) for n in range(100)]
    await asyncio.sleep(1)
    assert world.gate.counts.bulk_waiting == 70
    await world.call(1000)
    assert world.went[-1] == (1.0, 1000)
    await asyncio.gather(*bulk)
    assert 3.3 < world.went[-1][0] < 3.6
    assert max(Counter(int(when) for when, _ in world.went).values()) <= 30
    assert [chat for _, chat in world.went if chat < 1000] == list(range(100))
    assert world.gate.counts.bulk == 100


@virtual
async def test_a_refused_reply_is_repeated_once_after_the_time_asked(world: World) -> None:
    world.refusals[1] = [5]
    assert await world.call(1) is True
    assert world.went == [(0.0, 1), (5.0, 1)]
    assert world.gate.counts.refused == 1


@virtual
async def test_a_reply_refused_for_longer_is_given_back(world: World) -> None:
    world.refusals[1] = [6]
    with pytest.raises(ReplyHeld) as error:
        await world.call(1)
    assert error.value.seconds == 6
    assert error.value.retry_after == dt.timedelta(seconds=6)
    assert not outcome_unknown(error.value)
    assert world.went == [(0.0, 1)]
    with pytest.raises(ReplyHeld):
        await world.call(1)
    assert world.went == [(0.0, 1)]
    assert world.gate.counts.replies_held == 2


@virtual
async def test_a_reply_refused_twice_is_given_back(world: World) -> None:
    world.refusals[1] = [2, 3, 4]
    with pytest.raises(ReplyHeld) as error:
        await world.call(1)
    assert error.value.seconds == 3
    assert world.went == [(0.0, 1), (2.0, 1)]


@virtual
async def test_a_refusal_without_a_chat_is_repeated_too(world: World) -> None:
    world.refusals[None] = [3]
    assert await world.call(None, method="answerCallbackQuery") is True
    world.refusals[None] = [30]
    with pytest.raises(ReplyHeld):
        await world.call(None, method="setMyCommands")
    await world.call(5, Lane.BULK)
    assert world.went == [(0.0, None), (3.0, None), (3.0, None), (3.0, 5)]


@virtual
async def test_in_a_held_chat_replies_keep_their_order_and_other_chats_go_on(world: World) -> None:
    world.refusals[1] = [4]
    tasks = [world.later(1, text=0)]
    await asyncio.sleep(0.5)
    tasks += [world.later(1, text=n) for n in range(1, 6)]
    await asyncio.sleep(0.5)
    await world.call(2)
    await world.call(None, method="answerCallbackQuery")
    await asyncio.gather(*tasks)
    assert world.calls[1:3] == [(1.0, 2, None), (1.0, None, None)]
    assert world.calls[3:] == [(4.0, 1, n) for n in range(6)]


@virtual
async def test_who_comes_as_the_silence_ends_does_not_overtake(world: World) -> None:
    async def newcomer() -> None:
        await asyncio.sleep(4)
        await world.call(1, text="newcomer")

    world.refusals[1] = [4]
    last = asyncio.create_task(newcomer())
    await asyncio.gather(world.call(1, text="first"), last)
    assert [text for _, _, text in world.calls] == ["first", "first", "newcomer"]


@virtual
async def test_a_refused_chat_silences_bulk_for_exactly_that_long(world: World) -> None:
    world.refusals[1] = [60]
    assert isinstance((await errors_of(world.call(1)))[0], ReplyHeld)
    await asyncio.gather(*(world.call(n, Lane.BULK) for n in range(2, 30)))
    times = [when for when, _ in world.went[1:]]
    assert times[0] == 60.0
    assert times[-1] - times[0] > 1.7  # at half the pace


@virtual
async def test_two_refused_chats_silence_everything(world: World) -> None:
    world.refusals |= {1: [4], 2: [3]}
    tasks = [world.later(1), world.later(2)]
    await asyncio.sleep(0.1)
    tasks += [world.later(3), world.later(None, method="answerCallbackQuery")]
    assert await asyncio.gather(*tasks) == [True] * 4
    assert [when for when, chat in world.went if chat not in (1, 2)] == [3.0, 3.0]


@virtual
async def test_a_refused_bulk_message_is_given_back_and_counted_unsent(world: World) -> None:
    world.refusals[7] = [2]
    tasks = [world.later(7, Lane.BULK), world.later(8, Lane.BULK)]
    refused, other = await errors_of(*tasks)
    assert isinstance(refused, RetryAfter)
    assert not isinstance(refused, Held)
    assert other is True
    assert world.went == [(0.0, 7), (2.0, 8)]


@virtual
async def test_a_busy_chat_does_not_stop_the_bulk_queue(world: World) -> None:
    tasks = [world.later(chat, Lane.BULK) for chat in (9, 1, 1, 1, 2, 3)]
    await asyncio.gather(*tasks)
    assert [chat for _, chat in world.went] == [9, 1, 2, 3, 1, 1]
    ones = [when for when, chat in world.went if chat == 1]
    assert [round(when - ones[0], 2) for when in ones] == [0, 1, 2]


@virtual
async def test_a_turn_can_be_awaited_apart(world: World) -> None:
    await world.gate.turn("1")
    before = world.clock()
    await world.call(1, Lane.ADMITTED)
    assert world.clock() == before
    await world.gate.turn(2)
    world.refusals[9] = [3]
    tasks = [world.later(9), world.later(2, Lane.ADMITTED)]
    await asyncio.sleep(0.1)
    world.refusals[2] = [1]
    late = await errors_of(world.call(9, Lane.ADMITTED), *tasks)
    assert isinstance(late[0], Held)
    assert late[1:] == [True, True]


@virtual
async def test_cancelled_waiters_leave_no_trace(world: World) -> None:
    world.refusals[1] = [4]
    first = world.later(1, text="first")
    await asyncio.sleep(0.1)
    waiting = [world.later(1, text=n) for n in range(3)]
    bulk = [world.later(n, Lane.BULK) for n in (1, 10, 11, 12)]
    await asyncio.sleep(0.1)
    for task in (waiting[0], waiting[2], bulk[0], bulk[1], bulk[3]):
        task.cancel()
    await errors_of(first, *waiting, *bulk)
    assert [(when, text) for when, chat, text in world.calls if chat == 1] == [
        (0.0, "first"),
        (4.0, "first"),
        (4.0, 1),
    ]
    assert [chat for _, chat in world.went if chat != 1] == [11]
    assert world.gate.counts.bulk_waiting == 0
    assert not world.gate._replies._turns._queues


@virtual
async def test_stopping_ends_all_waiting_and_can_be_undone(world: World) -> None:
    world.refusals[1] = [4]
    tasks = [world.later(1)]
    await asyncio.sleep(0.5)
    tasks.append(world.later(2, Lane.BULK))
    await asyncio.sleep(0.5)
    world.gate.stop()
    held, bulk = await errors_of(*tasks)
    assert (type(held), type(bulk)) == (ReplyHeld, GateStopped)
    assert held.seconds == 4
    assert await world.call(3) is True
    with pytest.raises(GateStopped):
        await world.call(4, Lane.BULK)
    assert world.clock() - world.start == pytest.approx(1)
    await world.gate.initialize()
    await world.call(4, Lane.BULK)
    await world.gate.shutdown()


@virtual
async def test_an_unknown_lane_is_refused(world: World) -> None:
    with pytest.raises(ValueError, match="express"):
        await world.call(1, "express")  # type: ignore[arg-type]


async def test_without_the_timedelta_setting_seconds_are_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "false")
    world = World(real=True)
    world.refusals[1] = [8]
    with pytest.warns(DeprecationWarning, match="timedelta"), pytest.raises(ReplyHeld) as error:
        await world.call(1)
    assert error.value.seconds == pytest.approx(8, abs=0.1)


async def send_many(world: World, messages: int) -> tuple[list[float], list[float]]:
    """When each bulk message went, and how long a person waited every 0.1 s meanwhile."""
    world.latency = 0.01
    tasks = [world.later(n, Lane.BULK) for n in range(messages)]
    delays = []
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0.1)
        asked = world.clock()
        await world.call(-1, method="answerCallbackQuery")
        delays.append(world.clock() - asked)
    return [when for when, chat in world.went if chat != -1], sorted(delays)


def test_a_thousand_at_300_a_second_take_the_ideal_time_and_delay_no_reply() -> None:
    async def run() -> None:
        times, delays = await send_many(World(300.0), 1000)
        assert 1000 / 300 * 0.95 < times[-1] - times[0] < 1000 / 300 * 1.05
        assert delays[-1] == pytest.approx(0.01)
        assert max(b - a for a, b in itertools.pairwise(times)) < 0.01

    run_virtually(run)


async def test_the_pace_is_kept_by_a_real_clock_too() -> None:
    """What comes late by more than a moment is not made up for, so a busy machine gets another try;
    too many in a second there are in none.
    """
    for _ in range(3):
        times, delays = await send_many(World(300.0, real=True), 450)
        assert max(sum(t - 1 < x <= t for x in times) for t in times) <= 300
        spent, waited = times[-1] - times[0], delays[len(delays) // 2]
        assert spent > 450 / 300 * 0.95
        if spent < 450 / 300 * 1.3 and waited < 0.05:
            break
    assert spent < 450 / 300 * 1.3
    assert waited < 0.05


async def test_the_library_passes_its_calls_through_the_gate(server: SmallServer) -> None:
    flood = {"ok": False, "parameters": {"retry_after": 1}}
    server.acts += [answer(flood, status=429), answer({"ok": True, "result": True})]
    request = AiohttpRequest()
    gate = Gate(Lanes())
    bot = ExtBot(
        TOKEN,
        base_url=f"{server.url}/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=gate,
    )
    started = time.monotonic()
    async with request:
        assert await bot.send_chat_action(1, "typing")
        assert time.monotonic() - started >= 1
        assert await bot.delete_message(1, 2, rate_limit_args=Lane.BULK)
    assert (gate.counts.replies, gate.counts.bulk, gate.counts.refused) == (2, 1, 1)
    assert len(server.requests) == 3
