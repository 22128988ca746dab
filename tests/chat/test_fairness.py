"""One chat's flood slows nobody else down."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

import pytest
from aiohttp import ClientSession

from bot.playground import people
from bot.playground.floods import FloodLimits
from bot.playground.person import Person
from bot.playground.server import Playground
from tests.chaos.process import bot_process, plan_for
from tests.world import TOKEN

FLOOD = 500
LATENCY = 0.05
FAIR = 1.5
INTAKES = ("polling", "webhook")
KINDS = ("texts", "presses")


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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("intake", INTAKES)
async def test_a_press_amid_a_flood_is_answered_as_quickly_as_ever(
    tmp_path: Path, intake: str, kind: str
) -> None:
    async with distant_bot(tmp_path, intake) as telegram:
        loud, *others = await guests(telegram, 9)
        quiet = median([await pressed(one) for one in others])
        flood(telegram, loud, kind)
        await asyncio.sleep(10 * LATENCY)
        amid = median([await pressed(one) for one in others])
    tell(f"{intake}, amid {kind}", quiet, amid)
    assert amid < FAIR * quiet


@pytest.mark.parametrize("kind", KINDS)
async def test_a_press_behind_a_flood_overtakes_it_by_webhook(tmp_path: Path, kind: str) -> None:
    async with distant_bot(tmp_path, "webhook") as telegram:
        loud, *others = await guests(telegram, 9)
        quiet = median(await asyncio.gather(*map(pressed, others)))
        flood(telegram, loud, kind)
        behind = median(await asyncio.gather(*map(pressed, others)))
    tell(f"webhook, behind {kind}", quiet, behind)
    assert behind < FAIR * quiet


@pytest.mark.parametrize("kind", KINDS)
async def test_a_press_behind_a_flood_waits_as_long_as_telegram_takes_to_hand_it_over(
    tmp_path: Path, kind: str
) -> None:
    """By polling it comes behind five full answers of getUpdates, each a way there and back."""
    async with distant_bot(tmp_path, "polling") as telegram:
        loud, *others = await guests(telegram, 6)
        quiet = median([await pressed(one) for one in others])
        behind = median([await pressed_behind(telegram, loud, one, kind) for one in others])
    async with Playground(token=TOKEN, latency=LATENCY) as telegram:
        handed_over = median([await handing_over(telegram, kind) for _ in others])
    tell(f"polling, behind {kind}", quiet + handed_over, behind)
    assert behind < FAIR * (quiet + handed_over)


async def guests(telegram: Playground, number: int) -> list[Person]:
    came = [telegram.person() for _ in range(number)]
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


async def pressed_behind(playground: Playground, loud: Person, person: Person, kind: str) -> float:
    flood(playground, loud, kind)
    return await pressed(person)


async def handing_over(playground: Playground, kind: str) -> float:
    """Seconds until somebody who does nothing else has fetched what stands behind a flood."""
    loud = playground.person()
    await loud.post("hello")
    address = f"{playground.url}/bot{TOKEN}/getUpdates"
    playground.telegram.updates.clear()
    flood(playground, loud, kind)
    start, offset, fetched = time.monotonic(), 0, 0
    people.say(playground.telegram, loud.id, loud.id, "the last one")
    async with ClientSession() as session:
        while fetched <= FLOOD:
            async with session.post(address, data={"offset": offset, "timeout": 5}) as answer:
                batch = (await answer.json())["result"]
            offset, fetched = batch[-1]["update_id"] + 1, fetched + len(batch)
    return time.monotonic() - start


def tell(what: str, quiet: float, flooded: float) -> None:
    print(f"{what}: {flooded / quiet:.2f} times {quiet * 1000:.0f} ms")  # noqa: T201 - shown by -s
