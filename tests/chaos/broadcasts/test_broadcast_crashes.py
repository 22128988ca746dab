"""SIGKILL at any instant: a broadcast goes on by itself, and nobody gets it twice."""

import os
import random
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.playground import Person
from tests.chaos.broadcasts.campaign import Campaign, Death, LostError
from tests.chaos.broadcasts.checker import Allowed
from tests.chaos.broadcasts.guards import GUARDS
from tests.chaos.broadcasts.opening import NEWS, OTHER, begin, campaign, correct, recall
from tests.size import LONG, sized

PEOPLE = sized(6_000, short=20)
RATE = 300.0 if LONG else 100.0
KILLS, AFTERWARDS = (10, 4) if LONG else (2, 2)
POINTS = ("broadcast_before_send", "broadcast_after_send", "broadcast_before_note")
SHARE = 0.8 if LONG else 0.4  # then there are calls left for all the other deaths
JITTER, STARTING = 0.1, 0.5
GOT, NOTHING = (NEWS,), ()
IN_DOUBT: Allowed = {"unknown": {GOT, NOTHING}, "blocked": {NOTHING}}
SENT: Allowed = {"sent": {GOT}, **IN_DOUBT}
CORRECTED: Allowed = {"edited": {(OTHER,)}, **IN_DOUBT}
RECALLED: Allowed = {"recalled": {NOTHING}, **IN_DOUBT}


@pytest.fixture
def rng() -> random.Random:
    """Of a seed that is said when the test fails."""
    seed = os.environ.get("SEED") or str(random.SystemRandom().randrange(10**9))
    sys.stdout.write(f"SEED={seed}\n")
    return random.Random(seed)


def instants(rng: random.Random, how_many: int, calls: int) -> list[Death]:
    """Anywhere in so many calls, in order."""
    counts = sorted(rng.sample(range(1, calls), how_many))
    return [Death(count, rng.uniform(0, JITTER)) for count in counts]


def with_points(rng: random.Random, deaths: list[Death]) -> list[Death]:
    """The points where it hurts most, and a start, in between; not in the first life."""
    for point in POINTS:
        most = sized(20) if point == POINTS[-1] else sized(40)
        deaths.insert(rng.randint(1, len(deaths)), Death(rng.randint(1, most), point=point))
    deaths.insert(rng.randint(1, len(deaths)), Death(0, rng.uniform(0, STARTING)))
    return deaths


async def survive(
    play: Campaign,
    act: Callable[[Person], Awaitable[None]],
    method: str,
    deaths: list[Death],
    allowed: Allowed,
) -> None:
    """The admin acts once, the bot dies these deaths, and all is looked at."""
    began, cuts, refused = time.monotonic(), len(play.checker.cuts), play.witness.refused
    await act(play.admin)
    for death in deaths:
        await play.die(method, death)
    rows = await play.end(allowed)
    sys.stdout.write(
        f"{method}: {len(deaths)} kills in {time.monotonic() - began:.1f} s; {dict(rows.tally)}; "
        f"not come + underway + answered at the kills: "
        f"{', '.join(map(str, play.checker.cuts[cuts:]))}; 429: {play.witness.refused - refused}\n"
    )


@pytest.mark.hostile
async def test_a_broadcast_goes_on_and_nobody_gets_it_twice(
    tmp_path: Path, rng: random.Random
) -> None:
    deaths = with_points(rng, instants(rng, KILLS, int(PEOPLE * SHARE)))
    async with campaign(tmp_path, PEOPLE, RATE) as play:
        await survive(play, begin, "copyMessage", deaths, SENT)
        await play.stop()


@pytest.mark.hostile
async def test_what_is_done_to_all_messages_goes_on(tmp_path: Path, rng: random.Random) -> None:
    people = sized(6_000, short=60)
    calls = int(people * SHARE)
    async with campaign(tmp_path, people, RATE) as play:
        await survive(play, begin, "copyMessage", [], SENT)
        for act, method, allowed in (
            (correct, "editMessageText", CORRECTED),
            (recall, "deleteMessage", RECALLED),
        ):
            await survive(play, act, method, instants(rng, AFTERWARDS, calls), allowed)
        await play.stop()


@pytest.mark.parametrize("guard", GUARDS)
async def test_without_a_guard_it_would_be_seen(tmp_path: Path, guard: str) -> None:
    async with campaign(tmp_path, 60, 60.0, broken=guard) as play:
        with pytest.raises(LostError, match="people got it twice"):
            await survive(play, begin, "copyMessage", [Death(20)], SENT)
