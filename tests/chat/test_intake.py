"""The intake: nothing is taken twice, nothing stops at a poison update."""

from typing import Any

import pytest
from sqlalchemy import Connection
from telegram import Update

from bot.chat import intake as intake_module
from bot.chat import store, unit
from bot.chat.desk import Desk
from bot.chat.unit import TRIES
from bot.chat.work import Work
from bot.playground.person import Person
from tests.chat.still import acknowledged, standing_still
from tests.world import World


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


async def test_a_poison_press_is_answered_too(
    customer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await customer.send("/start opt_out")
    take = Desk.take

    def stumbling(desk: Desk, connection: Connection, update: Update) -> Work | None:
        if update.callback_query is not None:
            raise ZeroDivisionError
        return take(desk, connection, update)

    monkeypatch.setattr(Desk, "take", stumbling)
    await customer.press("Calls on my mobile")
    customer.sees("Sorry")


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
