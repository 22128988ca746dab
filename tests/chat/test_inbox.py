"""Who sends much waits in the database: acknowledged, in order, through every stop."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.app import Bot
from bot.chat import store
from bot.playground.people import say
from bot.playground.person import Person
from bot.playground.server import Playground
from bot.settings import Settings
from bot.storage.vault import Vault
from tests.chat.still import SECRET, acknowledged, kept, standing_still
from tests.world import Clock, World, running, settings_for


@pytest.fixture
def settings(playground: Playground, tmp_path: Path) -> Settings:
    return settings_for(playground, tmp_path, secret_key=SECRET)


async def accepted_and_stopped(settings: Settings, batch: list[dict[str, Any]]) -> list[int]:
    """A bot that takes the updates and stops before it works on them; which ones it kept."""
    bot = Bot(settings)
    await bot.start()
    async with standing_still(bot) as still:
        for ticket in still.accept(batch):
            await ticket.committed.wait()
    ids = await kept(bot)
    await bot.stop()
    return ids


async def test_who_sends_much_waits_in_the_database_and_is_served_after_a_restart(
    playground: Playground, settings: Settings
) -> None:
    customer = playground.person()
    for words in ("/start opt_out", "/settings", "/help", "/start opt_out", "1"):
        await customer.post(words)
    batch = list(playground.telegram.updates)
    # All of them: a first one left out would come after the others.
    assert await accepted_and_stopped(settings, batch) == [raw["update_id"] for raw in batch]
    playground.telegram.updates.clear()
    async with running(settings, Clock()) as bot:
        while await kept(bot):  # noqa: ASYNC110 - no event tells it
            await asyncio.sleep(0.01)
        await customer.until("In which country")


async def test_a_stop_does_not_wait_for_the_end_of_a_flood(
    playground: Playground, settings: Settings
) -> None:
    loud = playground.person()
    for number in range(100):
        say(playground.telegram, loud.id, loud.id, f"/start {number}")
    await loud.post("/settings")
    bot = Bot(settings)
    await bot.start()
    for ticket in bot.intake.accept(list(playground.telegram.updates)):
        await ticket.committed.wait()
    playground.telegram.updates.clear()
    await bot.stop()
    assert bot.intake.waiting > 50
    async with running(settings, Clock()):
        await loud.until("Settings", within=20)


async def test_what_is_to_be_kept_is_acknowledged_when_it_is_written(world: World) -> None:
    busy, at_work = threading.Event(), threading.Event()

    def unit(_connection: Connection) -> None:
        at_work.set()
        busy.wait()

    working = world.bot.database.writer.post(unit)
    await asyncio.to_thread(at_work.wait)
    async with standing_still(world.bot) as still:
        spoken = {"message": {"from": {"id": 7}}}
        tickets = still.accept({"update_id": number, **spoken} for number in range(5))
        await asyncio.sleep(0)
        early = [ticket for ticket in tickets if ticket.committed.is_set()]
        busy.set()
        await working
        assert early == []
        await asyncio.gather(*(ticket.committed.wait() for ticket in tickets))


async def test_who_sends_little_waits_in_memory(world: World) -> None:
    people = [world.person() for _ in range(9)]
    for one in people:
        await one.post("/start")
    async with standing_still(world.bot) as still:
        tickets = still.accept(list(world.playground.telegram.updates))
    assert [ticket.waited for ticket in tickets] == [False] * len(tickets)


async def test_what_was_worked_on_meanwhile_is_not_kept(customer: Person, world: World) -> None:
    await customer.post("/start")
    [raw] = world.playground.telegram.updates
    await customer.until("Galateo")
    await acknowledged(world.playground)
    rows = [(raw["update_id"], "{}"), (raw["update_id"] + 1, "{}")]
    await world.bot.database.writer.run(
        lambda connection: store.keep_waiting(connection, Vault(SECRET), rows)
    )
    assert await kept(world.bot) == [raw["update_id"] + 1]
