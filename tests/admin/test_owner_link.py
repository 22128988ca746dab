"""The first owner: by a link on the terminal, once, never in the logs."""

import asyncio
import contextlib
import logging
from pathlib import Path

import pytest

from bot.chat.roles import OWNER
from bot.playground import Playground
from bot.running import serve
from tests.admin.house import House, house
from tests.world import Clock, World, running, settings_for


async def test_whoever_opens_it_first_is_the_owner(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link, first, second = world.bot.features.admin.owner_link, world.person(), world.person()
    address, _, argument = link.partition("?start=")
    assert address == f"https://t.me/{world.bot.application.bot.username}"
    await first.send(f"/start {argument}")
    first.sees("You are the owner of this bot now")
    await first.send("/admin")
    first.sees("How I am")
    await second.send(f"/start {argument}")
    await second.send("/admin")
    second.sees_no("How I am")
    assert argument not in caplog.text


async def test_it_does_not_count_twice_even_when_the_owner_is_gone(world: World) -> None:
    argument = world.bot.features.admin.owner_link.partition("?start=")[2]
    first, second = world.person(), world.person()
    await first.send(f"/start {argument}")
    await first.send("/forget")
    await first.press("Yes, erase everything")
    for person in (second, first):
        await person.send(f"/start {argument}")
        await person.send("/admin")
        person.sees_no("How I am")


@pytest.mark.parametrize("token", ["", "0" * 32, "ż", "own_"])
async def test_a_wrong_one_is_no_link(world: World, token: str) -> None:
    person = world.person()
    await person.send("/start anything")
    menu = person.text
    await person.send(f"/start own_{token}")
    assert person.text == menu
    assert (
        await world.bot.database.writer.run(
            lambda c: world.bot.features.ground.roles.members(c, OWNER)
        )
        == []
    )


async def test_with_an_owner_there_is_none(home: House) -> None:
    assert home.bot.features.admin.owner_link == ""


async def test_after_a_restart_with_an_owner_there_is_none(
    playground: Playground, tmp_path: Path
) -> None:
    async with house(playground, tmp_path, admin_ids=()) as first:
        argument = first.bot.features.admin.owner_link.partition("?start=")[2]
        await first.owner.send(f"/start {argument}")
    async with running(first.settings, Clock()) as bot:
        assert bot.features.admin.owner_link == ""
        await first.owner.send("/admin")
        first.owner.sees("How I am")


async def test_the_terminal_shows_it_and_the_log_does_not(
    playground: Playground,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    serving = asyncio.create_task(serve(settings_for(playground, tmp_path)))
    printed = ""
    while "?start=own_" not in printed and not serving.done():
        await asyncio.sleep(0.05)
        printed += capsys.readouterr().out
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving
    assert "Whoever opens this first owns the bot: https://t.me/" in printed
    assert "own_" not in caplog.text
