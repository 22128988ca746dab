"""A broadcast to thousands beside people who use the bot; to a million; `make bench`."""

import asyncio
import statistics
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.broadcasts.sending.crowd import Crowd, crowd, p95
from tests.broadcasts.sending.faulty import Misfortune
from tests.broadcasts.sending.multitude import measured

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]
PEOPLE, WALKERS, ALONE = 6_000, 30, 20
MEGABYTE = 1 << 20


async def test_6000_people_beside_30_who_walk_a_guide(tmp_path: Path) -> None:
    async with crowd(tmp_path, PEOPLE, WALKERS) as people:
        before = p95(await people.walk(ALONE))
        await people.go()
        walking = asyncio.create_task(people.walk(ALONE))
        await people.done(within=300)
        beside = p95(await walking)
        _say(
            f"{PEOPLE:,} at 300/s: {people.seconds:.2f} s of {people.ideal:.2f}, ratio "
            f"{people.seconds / people.ideal:.3f}; 429: {people.refusals}; answers, 19 of 20 "
            f"within {before * 1000:.0f} ms, beside the broadcast {beside * 1000:.0f}, ratio "
            f"{beside / before:.2f}"
        )
        _check_all_once(people)
        assert people.refusals == 0
        assert people.seconds <= 1.05 * people.ideal
        assert beside <= 1.25 * before


async def test_6000_people_on_a_day_on_which_5_percent_of_the_calls_fail(tmp_path: Path) -> None:
    async with crowd(tmp_path, PEOPLE, WALKERS) as people:
        misfortune = Misfortune(seed=5, share=0.05)
        people.playground.telegram.fault = misfortune
        await people.go()
        await people.done(within=1200)
        _say(
            f"{PEOPLE:,} with {sum(misfortune.done.values())} faults {dict(misfortune.done)}: "
            f"{people.seconds:.0f} s; {dict(people.tally)}"
        )
        misfortune.check(people)


async def test_a_million_people(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Costs are processor time, which other work on the machine leaves alone."""
    small = await measured(tmp_path_factory.mktemp("small"), 100_000, 4, 5_000)
    large = await measured(tmp_path_factory.mktemp("large"), 1_000_000, 20, 5_000)
    costs = [one.seconds for one in large.costs]
    resident = [one.resident / MEGABYTE for one in large.costs]
    early, late = statistics.median(costs[:5]), statistics.median(costs[-5:])
    few = statistics.median(one.seconds for one in small.costs)
    _say(
        f"first of 1,000,000 after {large.first:.1f} s, of 100,000 after {small.first:.1f} s; "
        f"a message {few * 1000:.2f} ms of the processor in 100,000, {early * 1000:.2f} in "
        f"1,000,000, after 100,000 sends {late * 1000:.2f} (ratios {early / few:.2f}, "
        f"{late / early:.2f}); resident {resident[0]:.0f} MB, at last {resident[-1]:.0f}, most "
        f"{max(resident):.0f}"
    )
    assert large.first < 60
    assert max(resident) < 150
    assert resident[-1] - resident[0] < 10
    assert early / few < 1.25
    assert late / early < 1.25


def _check_all_once(people: Crowd) -> None:
    blocked = PEOPLE // 33
    assert people.copies == {1: PEOPLE - blocked, 0: blocked}
    assert people.tally == Counter(sent=PEOPLE - blocked, blocked=blocked)


def _say(line: str) -> None:
    sys.stdout.write(f"\n{line}\n")
