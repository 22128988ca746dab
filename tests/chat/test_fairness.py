"""One chat's flood slows nobody else down."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.playground import people
from bot.playground.floods import FloodLimits
from bot.playground.person import Person
from bot.playground.server import Playground
from tests.chaos.process import bot_process, plan_for
from tests.world import TOKEN

FLOOD, GUESTS = 500, 8
LATENCY = 0.05
FAIR = 1.5
ATTEMPTS = 3
Ratio = Callable[[Path], Coroutine[Any, Any, float]]


@pytest.mark.parametrize("kind", ["texts", "presses"])
@pytest.mark.parametrize("intake", ["polling", "webhook"])
async def test_a_press_amid_a_flood_is_answered_as_quickly_as_ever(
    tmp_path: Path, intake: str, kind: str
) -> None:
    await is_fair(partial(amid, intake, kind), tmp_path)


@pytest.mark.parametrize("kind", ["texts", "presses"])
@pytest.mark.parametrize("intake", ["polling", "webhook"])
async def test_a_press_behind_a_flood_is_answered_as_soon_as_telegram_hands_it_over(
    tmp_path: Path, intake: str, kind: str
) -> None:
    await is_fair(partial(behind, intake, kind), tmp_path)


async def is_fair(ratio: Ratio, folder: Path) -> None:
    """Once is enough: a busy machine is unfair by chance, a bot whenever it is asked."""
    found = []
    for attempt in range(ATTEMPTS):
        found.append(await ratio(folder / str(attempt)))
        print(f"{ratio}: {found[-1]:.2f}")  # noqa: T201 - shown by -s
        if found[-1] < FAIR:
            return
    raise AssertionError(f"{found} times as long as without a flood")


async def amid(intake: str, kind: str, folder: Path) -> float:
    async with distant_bot(folder, intake) as telegram:
        loud, *others = await guests(telegram)
        quiet = [await pressed(one) for one in others]
        flood(telegram, loud, kind)
        await asyncio.sleep(10 * LATENCY)
        return median([await pressed(one) for one in others]) / median(quiet)


async def behind(intake: str, kind: str, folder: Path) -> float:
    """By polling it comes behind five full answers of getUpdates, each a way there and back."""
    async with distant_bot(folder, intake) as telegram:
        loud, *others = await guests(telegram)
        quiet = await asyncio.gather(*map(pressed, others))
        flood(telegram, loud, kind)
        flooded = await asyncio.gather(*map(pressed, others))
    way = await handing_over(kind) if intake == "polling" else 0.0
    return median(flooded) / (way + median(quiet))


@contextlib.asynccontextmanager
async def distant_bot(folder: Path, intake: str) -> AsyncIterator[Playground]:
    """As far from its Telegram as in life; which is as strict with a chat that floods."""
    limits = FloodLimits(overall=100_000)
    async with (
        Playground(token=TOKEN, limits=limits, latency=LATENCY) as playground,
        bot_process() as bot,
    ):
        await bot.start(plan_for(playground, folder, intake))
        yield playground


async def guests(telegram: Playground) -> list[Person]:
    came = [telegram.person() for _ in range(1 + GUESTS)]
    for one in came:
        await one.send("/start opt_out", within=20)
    return came


def flood(playground: Playground, loud: Person, kind: str) -> None:
    for number in range(FLOOD):
        if kind == "texts":
            people.say(playground.telegram, loud.id, loud.id, f"hello {number}")
        else:
            people.press(playground.telegram, loud.id, loud.id, 2, ("menu", "help")[number % 2])


async def pressed(person: Person) -> float:
    """Seconds until the press was answered and the new screen was there."""
    start = time.monotonic()
    await person.press_data("help", person.last["message_id"], within=20)
    return time.monotonic() - start


async def handing_over(kind: str) -> float:
    """Seconds until somebody who does nothing else has fetched what stands behind a flood."""
    async with Playground(token=TOKEN, latency=LATENCY) as telegram, ClientSession() as session:
        loud = telegram.person()
        await loud.post("hello")
        flood(telegram, loud, kind)
        start, offset, fetched = time.monotonic(), 0, 0
        while fetched <= FLOOD:
            address = f"{telegram.url}/bot{TOKEN}/getUpdates"
            async with session.post(address, data={"offset": offset, "timeout": 5}) as answer:
                batch = (await answer.json())["result"]
            offset, fetched = batch[-1]["update_id"] + 1, fetched + len(batch)
        return time.monotonic() - start
