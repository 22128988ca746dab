"""While a broadcast runs, on the real bot and slow enough to be watched."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from bot.broadcasts.digest.digest import Digest
from bot.broadcasts.running.live import EVERY_SECONDS
from bot.chat.roles import ADMIN
from bot.playground import Playground
from bot.storage.story_tables import stories, story_texts
from tests.broadcasts.studio import PATIENCE, SLEEP, Studio, studio

RATE, LIVE_SECONDS = 6, 1.2


@pytest.fixture
async def slow(playground: Playground, tmp_path: Path) -> AsyncIterator[Studio]:
    """The live message leaves the admin's chat room for the broadcast itself: one message a second."""
    async with studio(playground, tmp_path, messages_per_second=RATE) as made:
        made.live._worker._seconds = LIVE_SECONDS
        yield made


async def some_got_it(room: Studio, number: int, count: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while list((await room.outcomes(number)).values()).count("sent") < count:  # noqa: ASYNC110 - rows
            await asyncio.sleep(SLEEP)


async def test_one_live_message_has_a_bar_numbers_speed_and_time_left(slow: Studio) -> None:
    await slow.readers(15)
    number = await slow.compose()
    telegram, before = slow.playground.telegram, len(slow.admin.messages)
    begun = len(telegram.calls)
    await slow.admin.press("✅ Send it")
    await slow.shows(slow.admin, "people a second, less than a minute left")
    await slow.shows(slow.admin, "▓░")
    (shown,) = [one for one in slow.admin.messages if "a second" in one.get("text", "")]
    assert "/ 16" in shown["text"]
    await slow.becomes(number, "done")
    await slow.shows(slow.admin, "Delivered: 16")
    live = [one for one in slow.admin.messages[before:] if f"#{number}: " in one.get("text", "")]
    assert [one["message_id"] for one in live] == [shown["message_id"]]
    to_admin = [one for one in telegram.calls[begun:] if one.chat_id == slow.admin.id]
    edits = [one.at for one in to_admin if one.method == "editMessageText"]
    assert len(edits) >= 2
    assert all(b - a > 0.9 * LIVE_SECONDS for a, b in itertools.pairwise(edits))
    assert EVERY_SECONDS >= 5.0


async def test_paused_nobody_gets_it_and_then_the_others(slow: Studio) -> None:
    readers = await slow.readers(15)
    number = await slow.compose()
    await slow.admin.press("✅ Send it")
    await some_got_it(slow, number, 3)
    await slow.touch_data(f"bc:{number}:pause")
    await asyncio.sleep(0.5)
    stands = await slow.outcomes(number)
    assert set(stands.values()) == {"sent", "pending"}
    await asyncio.sleep(1.0)
    assert await slow.outcomes(number) == stands
    await slow.shows(slow.admin, "paused")
    await slow.touch_data(f"bc:{number}:on")
    await slow.becomes(number, "done")
    for reader in readers:
        await reader.refresh()
        assert slow.chat(reader).count("Hello to everybody") == 1


async def test_cancelled_the_others_get_nothing(slow: Studio) -> None:
    readers = await slow.readers(15)
    number = await slow.compose()
    await slow.admin.press("✅ Send it")
    await some_got_it(slow, number, 3)
    await slow.touch_data(f"bc:{number}:cancel")
    await slow.shows(slow.admin, "Whoever still waits for it")
    await slow.touch("Yes, cancel it")
    await slow.shows(slow.admin, "Never sent")
    outcomes = await slow.outcomes(number)
    assert set(outcomes.values()) == {"sent", "pending"}
    await asyncio.sleep(0.5)
    for reader in readers:
        await reader.refresh()
        assert ("Hello to everybody" in slow.chat(reader)) == (outcomes[reader.id] == "sent")


async def test_a_recall_shows_how_far_it_is(slow: Studio) -> None:
    readers = await slow.readers(15)
    number = await slow.send(await slow.compose())
    await slow.shows(slow.admin, "Delivered: 16")
    await slow.touch("↩️ Recall")
    await slow.shows(slow.admin, "Take broadcast")
    await slow.touch("Yes, take it back")
    await slow.shows(slow.admin, "It is being taken back everywhere:")
    await slow.shows(slow.admin, "Recalled: 16")
    assert set((await slow.outcomes(number)).values()) == {"recalled"}
    for reader in readers:
        await reader.refresh()
        assert "Hello to everybody" not in slow.chat(reader)


async def test_a_message_that_is_deleted_stops_it_and_admins_hear_of_it(slow: Studio) -> None:
    await slow.readers(15)
    number = await slow.compose()
    mine = next(one for one in slow.admin.messages if one.get("text") == "Hello to everybody")
    await slow.admin.press("✅ Send it")
    await some_got_it(slow, number, 3)
    telegram = slow.playground.telegram
    telegram.messages.delete(telegram.registry.chats[slow.admin.id], mine["message_id"])
    await slow.becomes(number, "stopped")
    await slow.shows(slow.admin, f"Broadcast #{number} has stopped: a message it copies")
    await slow.shows(slow.admin, "Never sent")
    assert set((await slow.outcomes(number)).values()) == {"sent", "pending"}


async def test_who_blocked_the_bot_is_left_out_until_they_come_back(room: Studio) -> None:
    """Telegram tells that they came back, before they say a word."""
    first, second = await room.readers(2)
    room.playground.telegram.registry.chats[first.id].blocked = True
    number = await room.send(await room.compose())
    assert (await room.outcomes(number))[first.id] == "blocked"
    number = await room.send(await room.compose("Another one"))
    assert (await room.outcomes(number)).keys() == {second.id, room.admin.id}
    await first.unblock()
    number = await room.send(await room.compose("The third one"))
    await room.shows(first, "The third one")


async def test_fewer_messages_leads_to_what_one_gets(room: Studio) -> None:
    gone, stays, stopped = await room.readers(3)
    number = await room.send(await room.compose())
    await room.shows(gone, "Hello to everybody")
    await gone.press("🔕 Fewer messages")
    gone.sees("What I may write to you")
    await gone.press("✅ News")
    await stopped.send("/stop")
    await room.admin.press_data(f"bc:{number}:see")
    room.admin.sees("Left this kind of message since: 2")
    second = await room.send(await room.compose("Only for some"))
    assert (await room.outcomes(second)).keys() == {stays.id, room.admin.id}
    await room.open()
    await room.admin.press("🏷 Kind")
    await room.admin.press("Service notice")
    third = await room.send(await room.compose("For all"))
    assert len(await room.outcomes(third)) == 4
    await room.shows(stopped, "For all")


async def test_who_is_an_admin_no_more_is_shown_no_more(slow: Studio) -> None:
    bea, *_ = await slow.readers(13)
    await slow.grant(bea, ADMIN)
    number = await replace(slow, admin=bea).compose()
    await bea.press("✅ Send it")
    await slow.shows(bea, "a second")
    await slow.take(bea, ADMIN)
    await slow.becomes(number, "done")
    await slow.live.once()
    await bea.refresh()
    assert "Delivered: 14" not in slow.chat(bea)


async def test_a_digest_without_an_author_is_shown_to_nobody(room: Studio) -> None:
    (reader,) = await room.readers(1)
    await room.admin.send("/start")
    await reader.press_data("subs:on:daily")
    room.clock.now = datetime(2026, 11, 22, 18, 1, tzinfo=UTC)
    telegram = room.playground.telegram
    await room.do(_story)
    digest = Digest(
        room.bot.database.writer,
        room.clock,
        lambda: room.bot.content.library.languages,
        str,
        room.bot.features.ground.roles.members,
        room.sender.wake,
        room.bot.application.bot.id,
    )
    assert await digest.once() == 1
    number = await room.newest()
    await room.becomes(number, "done")
    await room.shows(reader, "#7")
    await room.live.once()
    assert not [call for call in telegram.calls if call.chat_id in {0, "0"}]
    await room.touch_data(f"bc:{number}:recall:yes")
    await room.shows(room.admin, "Recalled: 1")


async def test_the_owners_of_the_settings_are_an_audience(room: Studio) -> None:
    await room.readers(2)
    await room.open()
    await room.admin.press_data("bc:who:roles:owner")
    await room.admin.press("‹ Back")
    room.admin.sees("1 person")
    number = await room.send(await room.compose())
    assert await room.outcomes(number) == {room.admin.id: "sent"}


def _story(connection: Connection) -> None:
    row = {
        "number": 7, "language": "en", "teller": "customer", "sector": "bank", "state": "open",
        "published_on": datetime(2026, 11, 21, tzinfo=UTC).date(), "score": 3, "votes": 1,
        "comments": 0, "receipt": b"r" * 32,
    }  # fmt: skip
    text = {
        "number": 7, "nickname": "", "company": "", "tags": [], "links": False,
        "feelings": {}, "text": "What happened.",
    }  # fmt: skip
    connection.execute(insert(stories).values(row))
    connection.execute(insert(story_texts).values(text))
