"""How fast, how much memory. `make bench` prints the figures; ratios hold on any machine."""

import asyncio
import contextlib
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from bot.guides.codes import Press, encode
from bot.playground import UNLIMITED, Playground
from bot.playground.person import Person
from tests.world import TOKEN

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
PEOPLE = 50
MEGABYTE = 1 << 20


@contextlib.asynccontextmanager
async def process(playground: Playground, folder: Path, *command: str) -> AsyncIterator[Process]:
    environment = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": playground.url,
        "DATA_DIR": str(folder),
        "LISTEN": "off",
        "MESSAGES_PER_SECOND": "1000",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PATH": "",
        "LOG_LEVEL": "WARNING",
    }
    running = await asyncio.create_subprocess_exec(
        sys.executable, *command, env=environment, cwd=folder
    )
    try:
        yield running
    finally:
        assert running.returncode is None, "it ended by itself"
        running.terminate()
        await running.wait()


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(token=TOKEN, limits=UNLIMITED)
    await playground.start()
    yield playground
    await playground.stop()


# Updates a second, and seconds of processor time an update.
Speed = tuple[float, float]
BOT = ("-m", "bot.cli", "run")
STATELESS = ("-m", "tests.benchmarks.stateless")


async def test_start_to_first_answer(playground: Playground, tmp_path: Path) -> None:
    """The second start: the first one also makes the database."""
    seconds = []
    for _ in range(4):
        person = playground.person()
        await person.post("/start")
        began = time.monotonic()
        async with process(playground, tmp_path, *BOT):
            await person.until("Galateo", within=20)
            seconds.append(time.monotonic() - began)
    _say(f"start to first answer: first {seconds[0]:.2f} s, then {min(seconds[1:]):.2f} s")
    assert min(seconds[1:]) < 2


async def test_memory_after_10_000_updates(playground: Playground, tmp_path: Path) -> None:
    people = [playground.person() for _ in range(PEOPLE)]
    async with process(playground, tmp_path, *BOT) as running:
        await asyncio.gather(*(one.send("/start opt_out") for one in people))
        before = psutil.Process(running.pid).memory_info().rss
        await asyncio.gather(*(_press(one, 10_000 // PEOPLE) for one in people))
        after = psutil.Process(running.pid).memory_info().rss
    _say(f"resident: {before / MEGABYTE:.0f} MB at first, {after / MEGABYTE:.0f} MB after 10,000")
    assert after < 120 * MEGABYTE


async def test_updates_a_second_beside_the_same_tree_without_storage(
    playground: Playground, tmp_path: Path
) -> None:
    """In turns, so that a machine whose speed drifts is the same for both."""
    speeds: dict[str, list[Speed]] = {"bot": [], "stateless": []}
    for turn in range(3):
        for name, command in (("bot", BOT), ("stateless", STATELESS)):
            folder = tmp_path / f"{name}-{turn}"
            folder.mkdir()
            speeds[name].append(await _speed(playground, folder, command))
    bot, stateless = (sorted(speeds[name])[1] for name in ("bot", "stateless"))
    _say(
        f"updates/s: {bot[0]:.0f} committed, {stateless[0]:.0f} without storage, "
        f"ratio {bot[0] / stateless[0]:.2f}; processor time an update: "
        f"{bot[1] * 1000:.2f} and {stateless[1] * 1000:.2f} ms, ratio {bot[1] / stateless[1]:.2f}"
    )
    assert bot[0] / stateless[0] > 0.5


async def _speed(playground: Playground, folder: Path, command: tuple[str, ...]) -> Speed:
    people = [playground.person() for _ in range(PEOPLE)]
    async with process(playground, folder, *command) as running:
        await asyncio.gather(*(one.send("/start opt_out") for one in people))
        measured = psutil.Process(running.pid)
        busy, began = _busy(measured), time.monotonic()
        await asyncio.gather(*(_press(one, 40) for one in people))
        took, used = time.monotonic() - began, _busy(measured) - busy
    return PEOPLE * 40 / took, used / (PEOPLE * 40)


def _busy(measured: psutil.Process) -> float:
    times = measured.cpu_times()
    return float(times.user + times.system)


async def _press(person: Person, times: int) -> None:
    """Forward and back between the first question and the second."""
    there = encode(Press("opt_out", "where", "choose", "mobile"))
    back = encode(Press("opt_out", "who", "look"))
    for number in range(times):
        await person.press_data(back if number % 2 else there)


def _say(line: str) -> None:
    sys.stdout.write(f"\n{line}\n")
