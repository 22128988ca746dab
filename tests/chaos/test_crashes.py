"""SIGKILL at any instant loses no update, doubles no effect, and leaves nobody without an answer."""

import random
from pathlib import Path

import pytest

from tests.chaos.stage import Kill, LeftOverError, stage
from tests.chaos.walks import Stepper

POINTS = ("after_read", "after_commit", "after_send", "before_acknowledge", "in_group_commit")
INTAKES = ("polling", "webhook")
STEPPERS = (Stepper,) * 3
OPENED = 3  # then the next thing they do is to answer


def deaths(point: str, how_many: int, rng: random.Random) -> list[Kill]:
    return [(point, rng.randrange(1, 25)) for _ in range(how_many)]


@pytest.mark.parametrize("intake", INTAKES)
async def test_a_bot_killed_at_each_point_loses_and_doubles_nothing(
    tmp_path: Path, intake: str
) -> None:
    async with stage(tmp_path, intake, "short") as play:
        await play.survive([(point, count) for point in POINTS for count in (1, 4)])
        assert play.checker.integrity() == "ok"


@pytest.mark.chaos
@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("intake", INTAKES)
async def test_a_bot_killed_again_and_again_loses_and_doubles_nothing(
    tmp_path: Path, intake: str, point: str
) -> None:
    async with stage(tmp_path, intake, point) as play:
        await play.survive(deaths(point, 15, random.Random(point)))
        assert play.checker.integrity() == "ok"


@pytest.mark.parametrize("intake", INTAKES)
async def test_without_the_dedupe_it_would_be_seen(tmp_path: Path, intake: str) -> None:
    async with stage(tmp_path, intake, "dedupe", STEPPERS) as play:
        await play.walk(OPENED)
        play.patience = 1.5
        with pytest.raises(LeftOverError, match="should be"):
            await play.survive([("before_acknowledge", 1)], broken="dedupe")


@pytest.mark.parametrize("intake", INTAKES)
async def test_without_owed_screens_it_would_be_seen(tmp_path: Path, intake: str) -> None:
    async with stage(tmp_path, intake, "owed", STEPPERS) as play:
        await play.walk(OPENED)
        play.patience = 1.5
        with pytest.raises(LeftOverError, match="should see"):
            await play.survive([("after_commit", 1)], broken="owed")
