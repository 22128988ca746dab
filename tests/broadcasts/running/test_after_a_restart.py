"""What was begun when the process ended goes on with the next one."""

import asyncio
from pathlib import Path

from sqlalchemy import select

from bot.broadcasts.running.amending import store as amending
from bot.broadcasts.running.states import RECALL
from bot.playground import Fault, Playground
from bot.storage.broadcast_tables import broadcasts
from tests.broadcasts.sending.faulty import silences
from tests.broadcasts.studio import PATIENCE, SLEEP, studio


async def test_a_recall_goes_on(playground: Playground, tmp_path: Path) -> None:
    """The rows alone say that it was begun."""
    async with studio(playground, tmp_path) as room:
        (reader,) = await room.readers(1)
        number = await room.compose()
        await room.admin.press("✅ Send it")
        await room.becomes(number, "done")
    async with studio(playground, tmp_path, room.admin) as after:
        writer = after.bot.database.writer
        await writer.run(lambda connection: amending.begin(connection, number, RECALL))
    async with studio(playground, tmp_path, room.admin) as after:
        await after.shows(room.admin, "Recalled: 2")
        await reader.refresh()
        assert "Hello to everybody" not in after.chat(reader)


async def test_the_live_message_is_the_same_one(playground: Playground, tmp_path: Path) -> None:
    async with studio(playground, tmp_path) as room:
        number = await room.compose()
        await room.admin.press("✅ Send it")
        await room.becomes(number, "done")
        await room.shows(room.admin, "Delivered: 1")
        before = len(room.admin.messages)
    async with studio(playground, tmp_path, room.admin) as after:
        await after.live.once()
        await room.admin.refresh()
        assert len(room.admin.messages) == before


async def test_a_live_message_that_was_deleted_does_not_come_back(
    playground: Playground, tmp_path: Path
) -> None:
    async with studio(playground, tmp_path) as room:
        await room.readers(1)
        room.clock.pass_(hours=12)
        number = await room.compose()
        await room.admin.press("✅ Send it")
        await room.shows(room.admin, "Nothing goes at this moment")
        (row,) = await room.read(select(broadcasts.c.live_message))
        chat = playground.telegram.registry.chats[room.admin.id]
        playground.telegram.messages.delete(chat, row.live_message)
        room.clock.pass_(hours=11)
        room.sender.wake()
        await room.becomes(number, "done")
        await room.live.once()
        await room.admin.refresh()
        assert "Delivered" not in room.chat(room.admin)


async def test_a_silence_that_telegram_wants_outlives_the_process(
    playground: Playground, tmp_path: Path
) -> None:
    telegram = playground.telegram
    refusal = Fault.refusal(429, "Too Many Requests: retry after 3", 3)
    async with studio(playground, tmp_path) as room:
        await room.readers(2)
        number = await room.compose()
        begun = len(telegram.calls)
        telegram.fault = lambda method, _: refusal if method == "copyMessage" else None
        await room.admin.press("✅ Send it")
        async with asyncio.timeout(PATIENCE):
            while not any(call.error_code == 429 for call in telegram.calls):  # noqa: ASYNC110 - a list
                await asyncio.sleep(SLEEP)
    telegram.fault = None
    async with studio(playground, tmp_path, room.admin) as after:
        await after.becomes(number, "done")
        assert set((await after.outcomes(number)).values()) == {"sent"}
    copies = [call for call in telegram.calls[begun:] if call.method == "copyMessage"]
    assert silences(copies, 2.9)
    assert min(call.at for call in copies if call.ok) > copies[0].at + 2.9
