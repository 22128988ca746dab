"""With the whole bot: published by a moderator, read in the channel, lost and found, withdrawn."""

import asyncio

from sqlalchemy import Connection

from bot.playground.faults import Fault
from bot.stories.model import State
from tests.stories.newsroom import Newsroom
from tests.stories.publishing.kiosk import send, submission

PATIENCE = 10.0


async def publish(room: Newsroom, text: str) -> None:
    """By a moderator, on its card."""

    def unit(connection: Connection) -> None:
        send(connection, submission(text, state=State.NEW))

    await room.bot.database.writer.run(unit)
    room.bot.features.stories._moderation.rounds.wake()
    await see(room, text, room.office)
    await room.moderator.press("Publish", chat=room.office)


async def see(room: Newsroom, words: str, chat: int) -> None:
    """The bot's newest message there has these words, in a while."""
    person = room.moderator
    async with asyncio.timeout(PATIENCE):
        while True:
            await person.refresh(chat)
            if words in (person.last_words() or ""):
                return
            await asyncio.sleep(0.05)


async def sees_button(room: Newsroom, label: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            await room.moderator.refresh(room.channel)
            if any(label in there for row in room.moderator.buttons for there in row):
                return
            await asyncio.sleep(0.05)


async def test_from_a_card_to_the_channel_and_away(room: Newsroom) -> None:
    reader = room.reader()
    await publish(room, "They hung up on me, twice.")
    await see(room, "#1 · Phone and internet", room.channel)
    await reader.tap("👍 0", chat=room.channel)
    await sees_button(room, "👍 1")

    cuts = [Fault.reset(effect=True)]
    room.playground.telegram.fault = lambda _, params: (
        cuts.pop()
        if cuts and "Then they" in str(params.get("text")) and _in(room, params)
        else None
    )
    await publish(room, "Then they called me back.")
    await see(room, "The post of #2 was cut on its way", room.office)
    await room.moderator.tap("It is there", chat=room.office)
    await room.moderator.refresh(room.channel)
    lost = room.moderator.last
    await room.moderator.forward(room.channel, lost["message_id"])
    room.moderator.sees("Thank you. That is #2, noted.")
    await see(room, "The post of #2 is in the channel.", room.office)
    assert room.moderator.last.get("reply_markup") is None
    await reader.tap("👎 0", chat=room.channel)
    await sees_button(room, "👎 1")

    withdraw = room.bot.features.stories._publisher.withdraw
    today = room.clock().date()
    await room.bot.database.writer.run(lambda connection: withdraw(connection, 2, today))
    await see(room, "#1", room.channel)


def _in(room: Newsroom, params: object) -> bool:
    return isinstance(params, dict) and str(params.get("chat_id")) == str(room.channel)
