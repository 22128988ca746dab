"""People choose what they get, as they would: with presses and /stop."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.chat.people import Person as Known
from bot.chat.people.store import find
from bot.playground.person import Person
from bot.storage.broadcast_tables import statistics
from tests.world import World


async def known(world: World, person: Person) -> Known:
    found = await world.bot.database.writer.run(lambda connection: find(connection, person.id))
    assert found is not None
    return found


async def counts(world: World) -> dict[str, int]:
    await world.bot.features.statistics.counters.flush()
    rows: Any = await world.bot.database.writer.run(
        lambda connection: connection.execute(select(statistics)).all()
    )
    return {row.name: row.count for row in rows}


async def test_each_category_is_ticked_and_left_by_a_press(world: World, customer: Person) -> None:
    await customer.send("/settings")
    await customer.press("📬 Messages")
    customer.sees("Best of the day")
    customer.sees("in the evening")
    customer.sees_button("✅ News")
    await customer.press("⬜️ Best of the day")
    customer.sees_button("✅ Best of the day")
    await customer.press("✅ News")
    customer.sees_button("⬜️ News")
    assert (await known(world, customer)).subscriptions == 2 + 4
    assert await counts(world) == {"left:news": 1}


async def test_stop_ends_all_but_service_notices_and_shows_the_way_back(
    world: World, customer: Person
) -> None:
    await customer.send("/start")
    await customer.press_data("subs:on:weekly")
    await customer.send("/stop")
    customer.sees("no more news")
    customer.sees("Only service notices")
    customer.sees("I still answer")
    assert (await known(world, customer)).subscriptions == 4
    await customer.press("⬜️ News")
    assert (await known(world, customer)).subscriptions == 5
    assert await counts(world) == {"left:news": 1, "left:weekly": 1}


async def test_stop_takes_back_no_service_notice_that_was_left(
    world: World, customer: Person
) -> None:
    await customer.send("/start")
    await customer.press_data("subs:off:service")
    await customer.send("/stop")
    customer.sees("I no longer write first")
    customer.sees("Nothing is ticked")
    assert (await known(world, customer)).subscriptions == 0


async def test_whoever_is_in_a_guide_stays_there(customer: Person) -> None:
    await customer.send("/start opt_out")
    question = customer.text
    await customer.press_data("subs")
    customer.sees("What I may write to you")
    await customer.press("✅ News")
    await customer.press("🌙 Quiet hours")
    await customer.press("‹ Back")
    await customer.press("‹ Back")
    assert customer.text == question


async def test_quiet_hours_are_ones_own(world: World, customer: Person) -> None:
    await customer.send("/settings")
    await customer.press("📬 Messages")
    customer.sees("from 21:00 to 9:00")
    await customer.press("🌙 Quiet hours")
    await customer.press("23")
    customer.sees("From 23:00")
    await customer.press("7")
    customer.sees("from 23:00 to 7:00")
    person = await known(world, customer)
    assert (person.quiet_from, person.quiet_to) == (23, 7)
    await customer.press("🌙 Quiet hours")
    await customer.press("🔔 Never quiet")
    customer.sees("Never quiet")


@pytest.mark.parametrize(
    "data",
    ["subs:", "subs:on", "subs:on:all", "subs:off:news:1", "subs:quiet:24", "subs:quiet:-1:3",
     "subs:quiet:1:2:3", "subs:quiet:01:2", "subs:quiet:²:3", "subs:from:3"],
)  # fmt: skip
async def test_forged_presses_change_nothing(world: World, customer: Person, data: str) -> None:
    await customer.send("/start")
    before = await known(world, customer)
    await customer.press_data(data)
    customer.sees("Nothing has changed")
    assert await known(world, customer) == before


@pytest.mark.parametrize("country", ["US", "EU", "XX"])
async def test_a_country_without_a_time_of_its_own_asks_for_it(
    world: World, customer: Person, country: str
) -> None:
    await customer.send("/settings")
    await customer.press_data(f"settings:country:{country}")
    customer.sees("What time is it where you live?")
    await customer.press("Chicago")
    person = await known(world, customer)
    assert (person.country, person.time_zone) == (country, "America/Chicago")
    await customer.press_data("settings:country:US")
    customer.sees("Settings")


async def test_a_country_with_one_time_asks_nothing(customer: Person) -> None:
    await customer.send("/settings")
    await customer.press_data("settings:country:PL")
    customer.sees("Settings")
    customer.sees("Warsaw")
