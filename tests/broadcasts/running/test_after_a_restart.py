"""What was begun when the process ended goes on with the next one."""

from pathlib import Path

from sqlalchemy import select

from bot.broadcasts.running.amending import store as amending
from bot.broadcasts.running.states import RECALL
from bot.playground import Playground
from bot.storage.broadcast_tables import broadcasts
from tests.broadcasts.studio import studio


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
