"""One vote a person a story, whatever they press and wherever; none on what is closed."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Connection, func, select

from bot.playground.people import press
from bot.playground.person import Person
from bot.storage.story_tables import stories, story_votes
from tests.stories.hostile.desk import decide, raw, send
from tests.stories.hostile.watch import Watch, worked_off
from tests.stories.newsroom import Newsroom

SPOTS = ("1:alone:o:0:1", "1:new:a:0:1", "1:ever:a:5:1", "1:kept:o:0:9", "000000001:alone:o:-7:1")
FORGED = ("vote:1:sideways", "vote:-1:up", "vote:1.0:up", "vote:1:up:up", "vote:²:up", "vote:0:up",
          "vote:2:up", "vote:999999999:up", "vote:1e0:up", "vote:", "stories:up:1", "stories:up:2:alone:o:0:1",
          "stories:down:0:alone:o:0:1", "stories:up:1:alone:x:0:1")  # fmt: skip


@pytest.fixture
async def posted(room: Newsroom) -> int:
    """Message of the post of story 1."""
    await send(room, one := raw("They hung up on me. " * 9))
    await decide(room, one, "publish")
    await room.shows(room.channel, "#1")
    return max(room.playground.telegram.registry.chats[room.channel].messages)


async def counted(room: Newsroom) -> tuple[int, int, int]:
    """Score and votes of the story, and how many votes are kept."""
    columns = select(stories.c.score, stories.c.votes).where(stories.c.number == 1)
    kept = select(func.count()).select_from(story_votes)

    def unit(connection: Connection) -> tuple[int, int, int]:
        score, votes = connection.execute(columns).one()
        return score, votes, connection.scalar(kept) or 0

    return await room.bot.database.writer.run(unit)


async def vote(room: Newsroom, person: Person, data: str, post: int = 0) -> None:
    chat = room.channel if post else person.id
    press(room.playground.telegram, person.id, chat, post or 1, data)
    await worked_off(room)


async def test_stuffing(room: Newsroom, posted: int) -> None:
    """In the channel, in private, with data copied from the other: it is one and the same vote."""
    stuffer, made = room.reader(), Random(2)
    await stuffer.send("/stories")
    for _ in range(60):
        way = made.choice(["up", "down"])
        private = made.choice([f"stories:{way}:{made.choice(SPOTS)}", f"vote:1:{way}"])
        data, post = made.choice([(f"vote:1:{way}", posted), (private, 0)])
        await vote(room, stuffer, data, post)
        score, votes, kept = await counted(room)
        assert votes == kept == abs(score)
        assert votes <= 1


async def test_the_same_again_takes_it_back_wherever_it_was_given(
    room: Newsroom, posted: int
) -> None:
    reader = room.reader()
    await reader.send("/stories")
    await vote(room, reader, "vote:1:up", posted)
    assert await counted(room) == (1, 1, 1)
    await vote(room, reader, f"stories:up:{SPOTS[0]}")
    assert await counted(room) == (0, 0, 0)
    await vote(room, reader, f"stories:down:{SPOTS[1]}")
    await vote(room, reader, "vote:1:up", posted)
    assert await counted(room) == (1, 1, 1)


async def test_a_crowd_at_once(room: Newsroom, posted: int) -> None:
    """Each presses ten times in a row, an odd number of them counts."""
    crowd = [room.reader() for _ in range(20)]
    for _ in range(9):
        for reader in crowd:
            press(room.playground.telegram, reader.id, room.channel, posted, "vote:1:down")
    await worked_off(room)
    assert await counted(room) == (-20, 20, 20)


async def test_forged_numbers(room: Newsroom, posted: int, watch: Watch) -> None:
    reader = room.reader()
    await reader.send("/stories")
    for data in FORGED:
        await vote(room, reader, data)
        await vote(room, reader, data, posted)
    assert await counted(room) == (0, 0, 0)
    assert not [text for text in watch.texts(reader.id) if "went wrong" in text]


@pytest.mark.parametrize("how", ["withdrawn", "archived"])
async def test_what_is_closed_takes_no_vote(room: Newsroom, posted: int, how: str) -> None:
    reader, publisher = room.reader(), room.bot.features.stories._publisher
    await reader.send("/stories")
    await vote(room, reader, "vote:1:up", posted)
    today = room.clock().date() + timedelta(days=1)

    def close(connection: Connection) -> None:
        if how == "withdrawn":
            publisher.withdraw(connection, 1, today)
        else:
            publisher.archive_old(connection, today)

    await room.bot.database.writer.run(close)
    before = await counted(room)
    for data in (
        "vote:1:up",
        "vote:1:down",
        f"stories:up:{SPOTS[0]}",
        f"stories:feel:anger:{SPOTS[0]}",
    ):
        await vote(room, reader, data)
        await vote(room, reader, data, posted)
    assert await counted(room) == before
