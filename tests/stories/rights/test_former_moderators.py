"""Moderators in private: they may for as long as their id stands in the settings, and no longer."""

import asyncio
from pathlib import Path
from typing import Any

from bot.playground import Playground
from bot.playground.person import Person
from bot.playground.transcript import buttons
from tests.stories.hostile.desk import raw, send
from tests.stories.hostile.watch import Watch, typed, worked_off
from tests.stories.newsroom import Newsroom, newsroom
from tests.stories.rights.test_moderating import rows

PRIVATE: dict[str, Any] = {"moderation_chat_id": None, "admin_ids": ()}
ACTIONS = ("Publish", "Mask more", "Ask the author", "Set aside", "Reject")


async def started(playground: Playground, name: str) -> Person:
    person = playground.person("moderator", name=name)
    await person.post("/start")
    return person


def cards_of(room: Newsroom, person: Person) -> list[dict[str, Any]]:
    return cards_of_chat(room, person.id)


def cards_of_chat(room: Newsroom, chat: int) -> list[dict[str, Any]]:
    """The messages there that have buttons of moderation."""
    messages = room.playground.telegram.registry.chats[chat].messages.values()
    return [
        message
        for message in messages
        if any(one.get("callback_data", "").startswith("mod:") for one in buttons(message))
    ]


async def closed(room: Newsroom, person: Person) -> None:
    """A line is left of their card."""
    async with asyncio.timeout(30):
        while cards_of(room, person):
            await room.settle()
    messages = room.playground.telegram.registry.chats[person.id].messages.values()
    assert "This card is closed." in [message.get("text") for message in messages]


async def test_in_private_by_those_who_are_named(playground: Playground, tmp_path: Path) -> None:
    mara, marek = await started(playground, "Mara"), await started(playground, "Marek")
    given = {**PRIVATE, "moderator_ids": (mara.id, marek.id)}
    async with newsroom(playground, tmp_path, **given) as room:
        await send(room, raw("They hung up on me. " * 9))
        assert len(cards_of(room, mara)) == len(cards_of(room, marek)) == 1
        await mara.tap("✅ Publish")
        await room.shows(room.channel, "#1")
        await worked_off(room)
        await marek.send("/queue")
        marek.sees_button("Pause taking stories")


async def test_after_a_restart_without_their_id(playground: Playground, tmp_path: Path) -> None:
    """The old card is closed; its buttons, prompts and commands do nothing, whoever they were."""
    mara, marek = await started(playground, "Mara"), await started(playground, "Marek")
    given = {**PRIVATE, "moderator_ids": (mara.id, marek.id)}
    async with newsroom(playground, tmp_path, **given) as room:
        await send(room, one := raw("They hung up on me. " * 9))
        [card] = cards_of(room, mara)
        await mara.press("Ask the author")
        prompt = mara.last
        old = [button["callback_data"] for button in buttons(card)]
    async with newsroom(playground, tmp_path, **{**given, "moderator_ids": (marek.id,)}) as room:
        await closed(room, mara)
        before, watch = await rows(room), Watch(room)
        for data in old:
            await mara.tap_data(data, card["message_id"])
        update = typed(mara, "Who are you?", reply_to_message=prompt)
        room.playground.telegram.inject(update)
        for command in ("/queue", "/pause", "/resume"):
            await mara.post(command)
        await worked_off(room)
        assert await rows(room) == before
        assert not [text for text in watch.texts(mara.id) if one.key in text or "hung up" in text]
        await marek.tap("✅ Publish")
        await room.shows(room.channel, "#1")


async def test_who_left_the_chat_presses_an_old_private_card(
    playground: Playground, tmp_path: Path
) -> None:
    """Cards went to them in private before there was a chat; now they are in neither."""
    mara = await started(playground, "Mara")
    given = {**PRIVATE, "moderator_ids": (mara.id,)}
    async with newsroom(playground, tmp_path, **given) as room:
        await send(room, raw("They hung up on me. " * 9))
        [card] = cards_of(room, mara)
        office = room.office
    chat: dict[str, Any] = {"moderation_chat_id": office, "admin_ids": ()}
    async with newsroom(playground, tmp_path, **chat) as room:
        await closed(room, mara)
        before = await rows(room)
        for button in buttons(card):
            await mara.tap_data(button["callback_data"], card["message_id"])
        await worked_off(room)
        assert await rows(room) == before
