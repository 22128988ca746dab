"""One chat's flood slows nobody else down."""

import asyncio
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
from tests.chat.served import INTAKES, served
from tests.world import TOKEN

FLOOD = 500
LATENCY = 0.05
FAIR = 1.5


@pytest.fixture
async def distant() -> AsyncIterator[Playground]:
    """As far away as Telegram is, and as strict with a chat that floods."""
    limits = FloodLimits(overall=100_000)
    async with Playground(token=TOKEN, limits=limits, latency=LATENCY) as playground:
        yield playground


@pytest.mark.parametrize("kind", ["texts", "presses"])
@pytest.mark.parametrize("intake", INTAKES)
async def test_a_press_amid_a_flood_is_answered_as_quickly_as_ever(
    distant: Playground, tmp_path: Path, intake: str, kind: str
) -> None:
    async with served(distant, tmp_path, intake) as bot:
        loud, *others = await guests(distant, 9)
        quiet = median([await pressed(one) for one in others])
        flood(distant, loud, kind)
        await asyncio.sleep(10 * LATENCY)
        amid = median([await pressed(one) for one in others])
        assert distant.telegram.pending_updates or bot.intake.waiting
    tell(f"{intake}, amid {kind}", quiet, amid)
    assert amid < FAIR * quiet


@pytest.mark.parametrize("kind", ["texts", "presses"])
async def test_a_press_behind_a_flood_overtakes_it_by_webhook(
    distant: Playground, tmp_path: Path, kind: str
) -> None:
    async with served(distant, tmp_path, "webhook"):
        loud, *others = await guests(distant, 6)
        quiet = median([await pressed(one) for one in others])
        behind = median([await pressed_behind_a_flood(distant, loud, one, kind) for one in others])
    tell(f"webhook, behind {kind}", quiet, behind)
    assert behind < FAIR * quiet


@pytest.mark.parametrize("kind", ["texts", "presses"])
async def test_a_press_behind_a_flood_waits_no_longer_than_telegram_takes_to_hand_it_over(
    distant: Playground, tmp_path: Path, kind: str
) -> None:
    """By polling it comes after five full answers of getUpdates, each a way there and back."""
    async with served(distant, tmp_path, "polling"):
        loud, *others = await guests(distant, 6)
        quiet = median([await pressed(one) for one in others])
        behind = median([await pressed_behind_a_flood(distant, loud, one, kind) for one in others])
    handed_over = median([await handing_over(distant, loud, kind) for _ in others])
    tell(f"polling, behind {kind}", quiet, behind - handed_over)
    assert behind - handed_over < FAIR * quiet


async def guests(playground: Playground, number: int) -> list[Person]:
    came = [playground.person() for _ in range(number)]
    for one in came:
        await one.send("/start opt_out")
    return came


def flood(playground: Playground, loud: Person, kind: str) -> None:
    for number in range(FLOOD):
        if kind == "texts":
            people.say(playground.telegram, loud.id, loud.id, f"hello {number}")
        else:
            data, message_id = ("menu", "help")[number % 2], loud.last["message_id"]
            people.press(playground.telegram, loud.id, loud.id, message_id, data)


async def pressed(person: Person) -> float:
    """Seconds until the press was answered and the new screen was there."""
    start = time.monotonic()
    await person.press_data("help", person.last["message_id"], within=20)
    return time.monotonic() - start


async def pressed_behind_a_flood(
    playground: Playground, loud: Person, person: Person, kind: str
) -> float:
    flood(playground, loud, kind)
    return await pressed(person)


async def handing_over(playground: Playground, loud: Person, kind: str) -> float:
    """Seconds until somebody who does nothing else has fetched what stands behind a flood."""
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
