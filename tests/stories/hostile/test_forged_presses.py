"""Two thousand forged presses: no failure, and nothing changes that is not the presser's own."""

import itertools
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from bot.playground.people import press
from bot.playground.person import Person
from bot.playground.transcript import buttons
from bot.storage.story_tables import channel_posts, comments, shelves, stories, story_texts
from bot.storage.submission_tables import cards, drafts, moderation_log, submissions
from bot.storage.tables import people, settings
from bot.stories.model import Kind
from tests.size import sized
from tests.stories.hostile.desk import decide, raw, send
from tests.stories.hostile.forged import PREFIXES, Forger
from tests.stories.hostile.test_composer import at_the_text
from tests.stories.hostile.watch import Watch, cards_are_drawn, worked_off
from tests.stories.newsroom import Newsroom

pytestmark = pytest.mark.hostile
PRESSES, BY_MODERATORS, BATCH = sized(1_500, short=5), sized(500, short=5), 250
WRITTEN = "They kept me on the line for an hour, hung up, and never called me back. " * 3
# What readers may change by what they press: how many think what of a story.
COUNTED = {"score", "votes", "feelings", "stale", "labels"}
GUARDED: tuple[Table, ...] = (
    submissions, stories, story_texts, comments, cards, moderation_log, channel_posts, settings,
)  # fmt: skip


async def test_by_strangers_and_readers(room: Newsroom, watch: Watch) -> None:
    """In private and under posts of the channel, with data of cards they were never shown."""
    victim = await a_busy_room(room)
    await room.admin.send("/start")
    forger = Forger(Random(4), seen(watch), await keys(room))
    crowd = [await in_the_middle(room) for _ in range(4)]
    crowd += [await newcomer(room) for _ in range(4)]
    before = await state(room, victim.id)
    posts = room.playground.telegram.registry.chats[room.channel].messages
    for number, user in zip(range(PRESSES), itertools.cycle(crowd), strict=False):
        chat, message = (room.channel, max(posts)) if number % 3 == 0 else (user.id, 5)
        press(room.playground.telegram, user.id, chat, message, forger.data())
        if number % BATCH == 0:
            await worked_off(room)
    await worked_off(room)
    await cards_are_drawn(room)
    assert await state(room, victim.id) == before
    assert max(await votes(room)) <= len(crowd)
    await watch.nothing_went_wrong("message to edit not found", "message can't be edited")


async def test_by_a_moderator(room: Newsroom, watch: Watch) -> None:
    """Who may do all of it, in the moderators' chat and in private, breaks nothing."""
    victim = await a_busy_room(room)
    await room.admin.send("/start")
    before = (await state(room, victim.id))["victim"]
    forger = Forger(Random(5), seen(watch), await keys(room))
    office = room.playground.telegram.registry.chats[room.office].messages
    for number in range(BY_MODERATORS):
        user = room.admin if number % 3 == 0 else room.moderator
        on_a_card = (room.office, Random(number).choice([*office]))
        chat, message = (user.id, 5) if number % 3 == 0 else on_a_card
        press(room.playground.telegram, user.id, chat, message, forger.data())
        if number % BATCH == 0:
            await worked_off(room)
    await worked_off(room)
    await cards_are_drawn(room)
    assert (await state(room, victim.id))["victim"] == before
    await watch.nothing_went_wrong("message to edit not found", "message can't be edited")


async def a_busy_room(room: Newsroom) -> Person:
    """Two published stories, one withdrawn, a comment, three that wait; somebody about to send."""
    out = [raw(f"{word} " * 60, place=place) for place, word in enumerate(("one", "two", "three"))]
    wait = [raw(f"{word} " * 60, place=place) for place, word in enumerate(("four", "five"))]
    await send(room, *out, *wait)
    for one in out:
        await decide(room, one, "publish")
    await send(
        room, said := raw("A comment on it.", Kind.COMMENT, 1), raw("more " * 9, Kind.REPLY, 2)
    )
    await decide(room, said, "publish")
    withdraw, today = room.bot.features.stories._publisher.withdraw, room.clock().date()
    await room.bot.database.writer.run(lambda connection: withdraw(connection, 3, today))
    await room.shows(room.channel, "#2")
    victim = await in_the_middle(room)
    for data in ("story:go:masks", "story:agree"):
        await victim.press_data(data)
    return victim


async def newcomer(room: Newsroom) -> Person:
    reader = room.reader()
    await reader.send("/stories")
    return reader


async def in_the_middle(room: Newsroom) -> Person:
    """Somebody with a draft that is long enough."""
    author = room.reader()
    await at_the_text(author, room)
    await author.send(WRITTEN)
    return author


def seen(watch: Watch) -> list[str]:
    """The data of every button of stories that the bot has made, for whomever."""
    made = (button.get("callback_data") for _, message in watch.said for button in buttons(message))
    return sorted({data for data in made if data and data.split(":")[0] in PREFIXES})


async def keys(room: Newsroom) -> list[str]:
    return await room.bot.database.writer.run(
        lambda connection: list(connection.scalars(select(submissions.c.key).order_by("key")))
    )


async def votes(room: Newsroom) -> list[int]:
    return await room.bot.database.writer.run(
        lambda connection: list(connection.scalars(select(stories.c.votes)))
    )


async def state(room: Newsroom, victim: int) -> dict[str, list[Any]]:
    """Rows that nobody of the crowd may change, and those of somebody else."""

    def unit(connection: Connection) -> dict[str, list[Any]]:
        kept = {table.name: [*rows_of(connection, table)] for table in GUARDED}
        own = [
            [*connection.execute(select(table).where(table.c.chat_id == victim))]
            for table in (people, drafts, shelves)
        ]
        return {**kept, "victim": own}

    return await room.bot.database.writer.run(unit)


def rows_of(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    columns = [column for column in table.c if column.name not in COUNTED]
    yield from sorted(map(tuple, connection.execute(select(*columns))), key=str)
