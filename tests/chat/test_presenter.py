"""Screens on their way: the latest one wins, presses are answered, what did not arrive is owed."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.chat import store
from bot.chat.people import store as people
from bot.chat.screens import Button, Screen
from bot.chat.work import Work
from bot.delivery import gate
from bot.playground.faults import Fault
from bot.playground.person import Person
from bot.playground.server import Playground
from tests.world import Clock, World, running, settings_for


def calls(world: World, method: str) -> int:
    return sum(call.ok and call.method == method for call in world.playground.telegram.calls)


async def debts(world: World) -> list[int]:
    owed = await world.bot.database.writer.run(store.debts)
    return [debt.chat_id for debt in owed]


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - no event tells it
            await asyncio.sleep(0.01)


async def settled(world: World) -> None:
    async with asyncio.timeout(10):
        while await debts(world):  # noqa: ASYNC110 - no event tells it
            await asyncio.sleep(0.01)


def work(customer: Person, number: int, *, callback_id: str | None = None) -> Work:
    """In answer to a press on the chat's newest message."""
    screen = Screen(f"screen {number}", ((Button("Go on", "menu"),),))
    pressed = customer.last["message_id"]
    return Work(customer.id, number, screen, callback_id, pressed_id=pressed, screen_id=pressed)


async def test_screens_that_come_at_once_are_merged_to_the_last(
    customer: Person, world: World
) -> None:
    await customer.send("/start")
    before = calls(world, "editMessageText")
    for number in range(5):
        world.bot.presenter.show(work(customer, number))
    await customer.until("screen 4")
    assert calls(world, "editMessageText") == before + 1


async def test_of_merged_presses_each_is_answered(customer: Person, world: World) -> None:
    await customer.send("/start")
    for number in range(30):
        press = world.playground.telegram.callbacks.add(customer.id, customer.id)
        world.bot.presenter.show(work(customer, number, callback_id=press.id))
    await until(lambda: calls(world, "answerCallbackQuery") == 30)
    await customer.until("screen 29")


async def test_a_press_that_comes_again_is_answered_again_and_does_nothing(
    customer: Person, world: World
) -> None:
    """A bot killed between commit and answer would leave the button turning."""
    await customer.send("/start opt_out")
    world.playground.telegram.fail_next("answerCallbackQuery", None, 500, "Internal Server Error")
    await customer.tap("Calls on my mobile")
    [raw] = world.playground.telegram.updates
    await customer.until("In which country")
    await until(lambda: not world.playground.telegram.pending_updates)
    said = calls(world, "editMessageText") + calls(world, "sendMessage")
    world.bot.intake.accept([raw])
    await until(lambda: calls(world, "answerCallbackQuery") == 1)
    assert calls(world, "editMessageText") + calls(world, "sendMessage") == said


async def test_who_blocks_the_bot_is_owed_nothing_more(customer: Person, world: World) -> None:
    await customer.send("/start")
    words = "Forbidden: bot was blocked by the user"
    world.playground.telegram.fail_next("sendMessage", customer.id, 403, words)
    await customer.post("/settings")
    find = lambda connection: people.find(connection, customer.id)  # noqa: E731 - a unit of work
    await until(lambda: world.playground.telegram.calls[-1].error_code == 403)
    await settled(world)
    person = await world.bot.database.writer.run(find)
    assert person is not None
    assert person.blocked
    await customer.send("/settings")
    person = await world.bot.database.writer.run(find)
    assert person is not None
    assert not person.blocked


async def test_a_screen_that_telegram_holds_back_is_owed_and_comes_later(
    customer: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await customer.send("/start")
    monkeypatch.setattr(gate, "PATIENCE", 0.5)
    telegram = world.playground.telegram
    telegram.fail_next("sendMessage", customer.id, 429, "Too Many Requests", retry_after=1)
    await customer.post("/settings")
    await until(lambda: telegram.calls[-1].error_code == 429)
    assert await debts(world) == [customer.id]
    await customer.until("Settings")
    await settled(world)


async def test_the_screen_comes_anew_where_its_message_was_deleted(
    customer: Person, world: World
) -> None:
    await customer.send("/start")
    lost = customer.last["message_id"]
    del world.playground.telegram.registry.chats[customer.id].messages[lost]
    await customer.press_data("settings", lost)
    customer.sees("Settings")
    assert customer.last["message_id"] != lost


async def test_only_the_newest_screen_has_buttons(customer: Person, world: World) -> None:
    await customer.send("/start opt_out")
    first = customer.last["message_id"]
    await customer.send("/settings")
    await settled(world)
    await customer.refresh()
    [old] = [message for message in customer.messages if message["message_id"] == first]
    assert "reply_markup" not in old
    customer.sees_button("Language")


async def test_a_press_on_an_old_screen_brings_a_new_one(customer: Person, world: World) -> None:
    await customer.send("/start opt_out")
    first = customer.last["message_id"]
    await customer.send("/settings")
    await customer.press_data("g:opt_out:where:mobile", first)
    customer.sees("In which country")
    assert customer.last["message_id"] > first
    await settled(world)


async def test_a_restart_shows_what_was_owed(playground: Playground, tmp_path: Path) -> None:
    customer, settings = playground.person(), settings_for(playground, tmp_path)
    playground.telegram.fault = lambda method, _: (
        Fault.refusal(502, "Bad Gateway") if method == "sendMessage" else None
    )
    async with running(settings, Clock()) as bot:
        await customer.post("/start opt_out")
        await until(lambda: any(call.error_code == 502 for call in playground.telegram.calls))
        world = World(playground, bot, Clock(), settings)
        assert await debts(world) == [customer.id]
    playground.telegram.fault = None
    async with running(settings, Clock()) as bot:
        await customer.until("Where do they reach you?")
        await settled(World(playground, bot, Clock(), settings))
