"""Pause, go on, cancel, pace, schedule, quiet hours: told by the row alone."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from bot.broadcasts.audience import Audience
from bot.broadcasts.sending import store
from bot.broadcasts.sending.queue import store as queue
from bot.broadcasts.states import BroadcastState
from bot.broadcasts.store import set_pace
from tests.broadcasts.sending.office import NOON, Office
from tests.broadcasts.sending.rows import nobody


async def stands_still(desk: Office, number: int) -> int:
    """A second later nothing goes any more; how many went."""
    await asyncio.sleep(1.0)
    before = len(desk.calls())
    assert "sending" not in await desk.tally(number)
    await asyncio.sleep(0.5)
    assert len(desk.calls()) == before
    return before


async def test_it_pauses_and_goes_on(desk: Office) -> None:
    chats = await desk.invite(500)
    async with desk.at_work():
        number = await desk.begin()
        await asyncio.sleep(0.4)
        assert await desk.move(number, BroadcastState.PAUSED)  # nobody wakes the sender
        assert 0 < await stands_still(desk, number) < 500
        assert await desk.move(number, BroadcastState.SENDING)
        await desk.until(number)
    assert desk.copies(chats) == {1: 500}


async def test_cancelled_it_never_goes_on(desk: Office) -> None:
    chats = await desk.invite(500)
    async with desk.at_work():
        number = await desk.begin()
        await asyncio.sleep(0.4)
        assert await desk.move(number, BroadcastState.CANCELLED)
        sent = await stands_still(desk, number)
    assert await desk.tally(number) == {"sent": sent, "pending": 500 - sent}
    assert desk.copies(chats)[1] == sent


async def test_it_is_slowed_and_hurried(desk: Office) -> None:
    await desk.invite(400)
    async with desk.at_work():
        number = await desk.begin(pace=10)
        await asyncio.sleep(1.5)
        slow = len(desk.calls())
        assert 20 <= slow <= 60  # 30 a second
        assert await desk.do(lambda connection: set_pace(connection, number, 100))
        await desk.until(number, within=5)
    assert await desk.tally(number) == {"sent": 400}


async def test_it_begins_at_its_time(desk: Office) -> None:
    chats = await desk.invite(3)
    async with desk.at_work():
        number = await desk.begin(at=NOON + timedelta(hours=1))
        await asyncio.sleep(0.3)
        assert await desk.state(number) == "scheduled"
        desk.clock.pass_(hours=1)
        desk.sender.wake()
        await desk.until(number)
    assert desk.copies(chats) == {1: 3}


@pytest.mark.parametrize("country", ["IT", "PL", "GB"])
async def test_the_night_is_waited_for(desk: Office, country: str) -> None:
    """At 21 in London it goes to New York alone, in the morning to the others."""
    sleepers = await desk.invite(3, country=country)
    awake = await desk.invite(2, country="US", time_zone="America/New_York")
    desk.clock.now = NOON.replace(hour=21)
    async with desk.at_work():
        number = await desk.begin()
        await desk.comes(lambda: _tally_is(desk, number, {"sent": 2, "pending": 3}))
        desk.clock.pass_(hours=10)  # 7 in London, 8 in Rome
        desk.sender.wake()
        await asyncio.sleep(0.3)
        assert desk.copies(sleepers) == {0: 3}
        desk.clock.pass_(hours=2)
        desk.sender.wake()
        await desk.until(number)
    assert desk.copies([*sleepers, *awake]) == {1: 5}


async def _tally_is(desk: Office, number: int, wanted: dict[str, int]) -> bool:
    return await desk.tally(number) == wanted


async def test_service_notices_may_come_at_night(desk: Office) -> None:
    chats = await desk.invite(3, country="IT")
    desk.clock.now = NOON.replace(hour=23)
    async with desk.at_work():
        number = await desk.begin(override=True)
        await desk.until(number)
    assert desk.copies(chats) == {1: 3}


async def test_a_small_broadcast_does_not_wait_for_a_large_one(desk: Office) -> None:
    await desk.invite(600)
    few = await desk.invite(5, language="pl")
    async with desk.at_work():
        large = await desk.begin("Large")
        await asyncio.sleep(0.3)
        small = await desk.begin("Small", audience=Audience(languages=("pl",)))
        await desk.until(small, within=2)
        assert await desk.state(large) == "sending"
    assert desk.copies(few, "Small") == {1: 5}


async def test_a_stopped_sender_leaves_nobody_in_doubt(desk: Office) -> None:
    chats = await desk.invite(400)
    async with desk.at_work():
        number = await desk.begin()
        await asyncio.sleep(0.4)
    tally = await desk.tally(number)
    assert set(tally) == {"sent", "pending"}
    desk.hire()
    async with desk.at_work():
        await desk.until(number)
    assert desk.copies(chats) == {1: 400}


async def test_an_album_has_its_buttons_below(desk: Office) -> None:
    chats = await desk.invite(3)
    async with desk.at_work():
        number = await desk.begin("One", "Two", buttons=[("Read", "story", "1")])
        await desk.until(number)
    words = [one["text"] for one in desk.got(chats[0])]
    assert words == ["One", "Two", "More"]
    row = (await desk.rows(number))[chats[0]]
    ids = [one["message_id"] for one in desk.got(chats[0])]
    assert (row.message_id, row.message_id + row.count - 1) == (ids[0], ids[-1])


async def test_an_album_of_which_a_part_was_deleted_stops(desk: Office) -> None:
    await desk.invite(200)
    async with desk.at_work():
        number = await desk.begin("One", "Two", "Three")
        await asyncio.sleep(0.4)
        chat = desk.playground.telegram.registry.chats[desk.admin.id]
        desk.playground.telegram.messages.delete(chat, desk.sources[1])
        await desk.until(number, "stopped")
    assert len(desk.notices) == 1


async def test_an_album_whose_buttons_are_refused_is_not_sent_again(desk: Office) -> None:
    chats = await desk.invite(3)
    telegram = desk.playground.telegram
    telegram.fail_next("sendMessage", chats[1], 429, "Too Many Requests: retry after 1", 1)
    telegram.fail_next("sendMessage", chats[2], 500, "Internal Server Error")
    async with desk.at_work():
        number = await desk.begin("One", "Two")
        await desk.until(number)
    rows = await desk.rows(number)
    assert [(row.state, row.reason) for row in rows.values()] == [
        ("sent", ""),
        ("sent", ""),
        ("sent", "buttons"),
    ]
    assert [len(desk.got(chat)) for chat in chats] == [3, 3, 2]


async def test_who_has_no_version_is_skipped(desk: Office) -> None:
    await desk.invite(2, language="it")
    await desk.invite(1, language="pl")
    async with desk.at_work():
        number = await desk.begin(languages=["it"])
        await desk.until(number)
    assert await desk.tally(number) == {"sent": 2, "skipped": 1}


async def test_after_a_crash_it_goes_on_by_itself(desk: Office) -> None:
    """Whoever's message had left is in doubt, and gets nothing more."""
    chats = await desk.invite(20)
    async with desk.at_work():
        number = await desk.begin(at=NOON + timedelta(hours=1))
    desk.clock.pass_(hours=1)

    def crash(connection: Connection) -> None:
        (order,) = store.running(connection, desk.clock())
        store.write_some(connection, order, desk.clock(), nobody, 100)
        store.write_some(connection, order, desk.clock(), nobody, 100)
        taken = queue.take(connection, order, queue.clocks(connection, number), 5)
        queue.depart(connection, [(number, one.chat_id) for one in taken.recipients[:3]])

    await desk.do(crash)
    desk.hire()
    async with desk.at_work():
        await desk.until(number)
    assert await desk.tally(number) == {"unknown": 3, "sent": 17}
    assert desk.copies(chats) == {0: 3, 1: 17}
