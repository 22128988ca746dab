"""A broadcast beside people who use the bot: the short form of the benchmarks."""

import asyncio
from pathlib import Path

from tests.broadcasts.sending.crowd import crowd
from tests.broadcasts.sending.faulty import Misfortune


async def test_nobody_is_refused_or_forgotten(tmp_path: Path) -> None:
    async with crowd(tmp_path, 300, walkers=5) as people:
        await people.go()
        answers = asyncio.create_task(people.walk(2))
        await people.done(within=20)
        assert people.copies == {1: 291, 0: 9}
        assert people.tally == {"sent": 291, "blocked": 9}
        assert people.refusals == 0
        assert len(await answers) >= 5


async def test_on_a_bad_day_everybody_is_accounted_for(tmp_path: Path) -> None:
    async with crowd(tmp_path, 150, walkers=0) as people:
        misfortune = Misfortune(seed=1, share=0.05)
        people.playground.telegram.fault = misfortune
        await people.go()
        await people.done(within=60)
        assert sum(misfortune.done.values()) > 3
        misfortune.check(people)
