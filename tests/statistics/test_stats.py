"""/stats as admins and others meet it, and what people's steps leave in the counts."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select

from bot.playground import Playground
from bot.playground.person import Person
from bot.statistics.board import Board
from bot.statistics.model import GuideCount, Numbers, Stop
from bot.statistics.numbers import numbers
from bot.storage.broadcast_tables import roles, statistics
from tests.statistics.rows import add_broadcast
from tests.world import Clock, World, running, settings_for


@dataclass
class Staffed(World):
    admin: Person

    async def numbers(self) -> Numbers:
        await self.bot.features.statistics.counters.flush()
        today = self.clock().date()
        return await self.bot.database.writer.run(lambda connection: numbers(connection, today))


@pytest.fixture
async def staffed(playground: Playground, tmp_path: Path) -> AsyncIterator[Staffed]:
    admin = playground.person("admin")
    settings, clock = settings_for(playground, tmp_path, admin_ids=(admin.id,)), Clock()
    async with running(settings, clock) as bot:
        yield Staffed(playground, bot, clock, settings, admin)


async def test_an_admin_sees_numbers_and_a_picture(staffed: Staffed) -> None:
    someone = staffed.person()
    await staffed.admin.send("/start")
    await someone.send("/start opt_out")
    await someone.press("Calls on my mobile")
    await staffed.bot.features.statistics.board.look()
    await staffed.admin.send("/stats")
    staffed.admin.sees("Numbers of")
    staffed.admin.sees("People: 2 (blocked me: 0)")
    staffed.admin.sees("Stop the calls: 1 started, 0 finished")
    staffed.admin.sees("Country: 1 of 1 asked")
    assert any("photo" in one for one in staffed.admin.messages)
    await staffed.admin.press("🔄 Look again")
    staffed.admin.sees("Numbers of")
    await staffed.admin.press("‹ Back")
    staffed.admin.sees("I stand by you")


@pytest.mark.parametrize("language", ["it", "pl"])
async def test_it_is_there_in_every_language(staffed: Staffed, language: str) -> None:
    await staffed.admin.send("/start")
    await staffed.admin.press_data(f"settings:lang:{language}:menu")
    await staffed.admin.send("/stats")
    assert any("photo" in one for one in staffed.admin.messages)
    staffed.admin.sees("📊")


async def test_it_is_as_old_as_it_says_and_anew_for_the_next_look(staffed: Staffed) -> None:
    await staffed.bot.features.statistics.board.look()
    staffed.clock.pass_(minutes=7)
    await staffed.admin.send("/stats")
    staffed.admin.sees("10:00 UTC")
    staffed.admin.sees("People: 0")
    async with asyncio.timeout(5):
        # The look that the first press orders may come before that press is committed.
        while "People: 1" not in staffed.admin.text:
            await staffed.admin.press("🔄 Look again")
    staffed.admin.sees("10:07 UTC")


async def test_before_the_first_look_it_says_so(
    playground: Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_: Board) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(Board, "look", never)
    admin = playground.person("admin")
    async with running(settings_for(playground, tmp_path, admin_ids=(admin.id,)), Clock()):
        await admin.send("/stats")
        admin.sees("still counting")


async def test_a_recalled_message_arrived_too(staffed: Staffed) -> None:
    people = [staffed.admin, *(staffed.person() for _ in range(2))]
    for person in people:
        await person.send("/start")
    states = dict(zip((one.id for one in people), ("recalled", "sent", "blocked"), strict=True))
    await staffed.bot.database.writer.run(lambda c: add_broadcast(c, 1, 2, states))
    await staffed.bot.features.statistics.board.look()
    await staffed.admin.send("/stats")
    staffed.admin.sees("arrived: 2, blocked me: 1")


async def test_nobody_else_does(staffed: Staffed) -> None:
    someone = staffed.person()
    await someone.send("/start")
    await someone.send("/stats")
    someone.sees("I don't know that command")
    await someone.press_data("stats")
    someone.sees("no longer does anything")
    assert not any("photo" in one for one in someone.messages)


async def test_a_role_taken_away_ends_with_the_next_press(staffed: Staffed) -> None:
    someone, writer = staffed.person(), staffed.bot.database.writer

    def grant(connection: Connection) -> None:
        connection.execute(insert(roles).values(chat_id=someone.id, role="admin"))

    def take(connection: Connection) -> None:
        connection.execute(delete(roles).where(roles.c.chat_id == someone.id))

    await someone.send("/start")
    await writer.run(grant)
    await someone.send("/stats")
    someone.sees("Numbers of")
    await writer.run(take)
    await someone.press("🔄 Look again")
    someone.sees("no longer does anything")


async def test_where_people_stop_is_counted_without_who(staffed: Staffed) -> None:
    people = [staffed.person() for _ in range(2)]
    for person in people:
        await person.send("/start opt_out")
        await person.press("Calls on my mobile")
        person.sees("In which country")
    await person.press("Poland")
    found = (await staffed.numbers()).guides
    assert found.guides == (GuideCount("opt_out", 2, 0),)
    assert found.stops == (Stop("opt_out", "*", 2, 1), Stop("opt_out", "who", 1, 1))
    rows = await staffed.bot.database.writer.run(lambda c: c.execute(select(statistics)).all())
    assert {row.day.day for row in rows} == {1}
    assert not any(str(person.id) in str(tuple(row)) for row in rows for person in people)


async def test_going_back_and_changing_an_answer_leaves_one_place(staffed: Staffed) -> None:
    person = staffed.person()
    await person.send("/start opt_out")
    await person.press("Calls on my mobile")
    await person.press("‹ Back")
    await person.press("Texts and chat")
    found = (await staffed.numbers()).guides
    assert found.stops == (Stop("opt_out", "*", 1, 1),)
    await person.press("Change an answer")
    await person.press("Start again")
    found = (await staffed.numbers()).guides
    assert found.guides == (GuideCount("opt_out", 2, 0),)
    assert found.stops == (Stop("opt_out", "where", 2, 1),)


async def test_searches_in_vain_are_counted_and_words_of_three(staffed: Staffed) -> None:
    for _ in range(3):
        person = staffed.person()
        await person.send("/start")
        await person.send("zeppelin 4917 xyzzy" if _ else "zeppelin")
    found = (await staffed.numbers()).guides
    assert (found.missed, found.words) == (3, {"zeppelin": 3})


async def test_it_is_kept_over_a_stop(playground: Playground, tmp_path: Path) -> None:
    settings, clock = settings_for(playground, tmp_path), Clock()
    async with running(settings, clock):
        await playground.person().send("/start opt_out")
    async with running(settings, clock) as bot:
        today = clock().date()
        found = await bot.database.writer.run(lambda connection: numbers(connection, today))
    assert found.guides.guides == (GuideCount("opt_out", 1, 0),)
