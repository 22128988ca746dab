"""The intake: what waits is kept, what is poison is set aside, nothing is taken twice."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select
from telegram import Update

from bot.app import Bot
from bot.chat import intake as intake_module
from bot.chat import store, unit
from bot.chat.desk import Desk
from bot.chat.intake import Intake
from bot.chat.unit import TRIES, UnitOfWork
from bot.chat.work import Work
from bot.playground.person import Person
from bot.playground.server import Playground
from bot.settings import Settings
from bot.storage.tables import inbox
from bot.storage.vault import Vault
from tests.world import Clock, World, running, settings_for

SECRET = "s" * 40


@contextlib.asynccontextmanager
async def standing_still(bot: Bot) -> AsyncIterator[Intake]:
    """An intake that takes updates and works on none."""
    work = UnitOfWork(bot.desk, bot.database.writer, bot.presenter.show)
    intake = Intake(bot.application, work, bot.database.writer, Vault(SECRET), running=0)
    yield intake
    for task in intake._tasks:
        task.cancel()


async def kept(bot: Bot) -> list[int]:
    def ids(connection: Connection) -> list[int]:
        return list(connection.scalars(select(inbox.c.update_id).order_by(inbox.c.update_id)))

    return await bot.database.writer.run(ids)


async def acknowledged(playground: Playground) -> None:
    while playground.telegram.pending_updates:  # noqa: ASYNC110 - no event tells it
        await asyncio.sleep(0.01)


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


async def test_an_update_that_is_here_already_gets_the_same_ticket(
    customer: Person, world: World
) -> None:
    await customer.post("/start")
    [raw] = world.playground.telegram.updates
    async with standing_still(world.bot) as still:
        [first], [second] = still.accept([raw]), still.accept([raw])
        assert first is second
        assert still.waiting == 1


async def test_a_full_intake_takes_nothing_behind_the_first_it_has_no_room_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were a later one taken, the offset would move past the one left out."""
    monkeypatch.setattr(intake_module, "WAITING_AT_MOST", 2)
    one, two, three = ({"update_id": number} for number in (1, 2, 3))
    async with standing_still(world.bot) as still:
        still.accept([one, three])
        assert [ticket.update_id for ticket in still.accept([one, two, three])] == [1]


async def test_what_is_no_update_gets_no_ticket(world: World) -> None:
    forged: list[dict[str, Any]] = [
        {},
        {"update_id": "7"},
        {"update_id": -1},
        {"update_id": 1 << 80},
    ]
    assert world.bot.intake.accept(forged) == []


async def test_a_poison_update_is_set_aside_after_three_tries(
    customer: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await customer.send("/start opt_out")
    tries, take = [], Desk.take

    def stumbling(desk: Desk, connection: Connection, update: Update) -> Work | None:
        if update.message is not None and update.message.text == "poison":
            tries.append(update.update_id)
            raise ZeroDivisionError
        return take(desk, connection, update)

    monkeypatch.setattr(Desk, "take", stumbling)
    await customer.send("poison")
    customer.sees("Sorry")
    customer.sees_button("Calls on my mobile")
    await customer.press("Calls on my mobile")
    customer.sees("In which country")
    await acknowledged(world.playground)
    assert len(tries) == TRIES
    assert await world.bot.database.writer.run(store.count_set_aside) == 1


async def test_an_update_that_cannot_be_read_is_set_aside(customer: Person, world: World) -> None:
    await customer.send("/start")
    sender = {"id": customer.id, "is_bot": False, "first_name": "Ada"}
    world.playground.telegram.inject({"message": {"from": sender, "date": "never"}})
    await customer.until("Sorry")
    await customer.send("/menu")
    customer.sees("Galateo")
    await acknowledged(world.playground)
    assert await world.bot.database.writer.run(store.count_set_aside) == 1


async def test_nothing_is_acknowledged_while_nothing_can_be_written(
    customer: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await customer.send("/start")
    monkeypatch.setattr(unit, "FIRST_PAUSE", 0.05)
    take, sorry, troubles = Desk.take, Desk.sorry, [OSError() for _ in range(TRIES + 1)]

    def failing(call: Any) -> Any:
        def run(desk: Desk, *given: Any) -> Work | None:
            if troubles:
                assert world.playground.telegram.pending_updates == 1
                raise troubles.pop()
            work: Work | None = call(desk, *given)
            return work

        return run

    monkeypatch.setattr(Desk, "take", failing(take))
    monkeypatch.setattr(Desk, "sorry", failing(sorry))
    await customer.send("/settings")
    customer.sees("Settings")
    assert await world.bot.database.writer.run(store.count_set_aside) == 0
