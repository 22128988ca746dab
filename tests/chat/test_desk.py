"""Whatever is stored of a person or asked by one, there is an answer, and others notice nothing."""

from collections import Counter

import pytest
from sqlalchemy import Connection, text

from bot.chat import store
from bot.playground.person import Person
from tests.home.traces import nothing_owed
from tests.world import World

FLOOD = 40


@pytest.mark.parametrize(
    "stored",
    [
        "language = 'xx'",
        "place = 'g:gone'",
        "place = ''",
        "place = 'g'",
        "time_zone = 'No/Zone'",
        "country = 'QQ'",
        "language = 'xx', place = 'wrong', time_zone = '../..', country = '', screen_id = -1",
    ],
)
async def test_a_row_of_another_time_is_no_dead_end(
    world: World, customer: Person, stored: str
) -> None:
    """Guides, languages and zones come and go between versions."""
    await customer.send("/start opt_out")
    await _store(world, stored)
    for words in ("hello", "/export", "/start"):
        await customer.send(words)
    customer.sees_button("Stop the calls")
    other = world.person()
    await other.send("/start")
    other.sees_button("Stop the calls")
    await nothing_owed(world)


async def test_a_screen_owed_from_another_time_stops_no_start(
    world: World, customer: Person
) -> None:
    await customer.send("/start")
    await nothing_owed(world)

    def owe(connection: Connection) -> None:
        store.owe(connection, store.Debt(customer.id, 1, "g:gone", "en"))

    await world.bot.database.writer.run(owe)
    assert await world.bot.presenter.resume() == 1
    await customer.until("Galateo")
    await nothing_owed(world)


async def test_a_group_where_the_bot_may_not_speak_is_left_all_the_same(
    world: World, customer: Person
) -> None:
    telegram = world.playground.telegram
    telegram.fail_next("sendMessage", None, 400, "Bad Request: not enough rights to send text")
    room = world.playground.room("group", "G", customer, bot="member")
    await customer.send("/start")
    await nothing_owed(world)
    while ("leaveChat", room) not in [(call.method, call.chat_id) for call in telegram.calls]:
        await customer.refresh()


async def test_who_asks_for_a_copy_again_and_again_gets_fewer(
    world: World, customer: Person
) -> None:
    """Else two people could use up all that Telegram lets the bot send."""
    await customer.send("/start")
    for _ in range(FLOOD):
        await customer.post("/export")
    await customer.press_data("here")
    await nothing_owed(world)
    sent = Counter(call.method for call in world.playground.telegram.calls)
    assert 0 < sent["sendDocument"] < FLOOD


async def _store(world: World, stored: str) -> None:
    def unit(connection: Connection) -> None:
        connection.execute(text(f"UPDATE people SET {stored}"))

    await world.bot.database.writer.run(unit)
