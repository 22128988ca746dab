"""SIGKILL at any instant loses no story, receipt or withdrawal, and posts nothing twice."""

import random
from functools import partial
from pathlib import Path

import pytest

from tests.chaos.stories import deeds
from tests.chaos.stories.deeds import DoDeed
from tests.chaos.stories.ending import LostError, end
from tests.chaos.stories.scene import Kill, scene

Death = tuple[Kill, DoDeed]
KILLS = 10
AT_ONCE = 2
HASTY = partial(deeds.publish, hasty=True)
SCREEN = ("in_group_commit", "after_commit", "after_send")
CARD = ("in_group_commit", "after_commit", "after_answer")
# A card's presses are answered together.
ONCE = frozenset({"after_answer"})
CUT = (Kill("post_before_send"), Kill("post_after_send"))
SENDING = tuple(Kill(point, "story:send:") for point in SCREEN)
PUBLISHING = tuple(Kill(point, "mod:") for point in CARD)
POSTING = (*CUT, Kill("in_group_commit", "post_after_send"), Kill("post_after_commit"))
SETTLING = tuple(Kill(point, "post:") for point in CARD)
WITHDRAWING = tuple(Kill(point, "receipt:gone:") for point in SCREEN)
DELETING = (
    Kill("post_before_delete"),
    Kill("post_after_delete"),
    Kill("in_group_commit", "post_after_delete"),
)
# By the guard that is taken out: a death that shows it, and what is complained of then.
UNGUARDED: dict[str, tuple[Kill, DoDeed, str]] = {
    "draft": (SENDING[1], deeds.send, "its draft is left"),
    "story": (SENDING[1], deeds.send, r"its receipt opens \[\]"),
    "submission": (PUBLISHING[1], deeds.publish, "'waiting', None.*'open', 1"),
    "doubt": (CUT[1], deeds.publish, "posted 2 times instead of 1"),
    "recall": (CUT[1], HASTY, "still in the channel"),
    "deletion": (DELETING[0], deeds.withdraw, "still in the channel"),
}


def named(kill: Kill) -> str:
    return f"{kill.point} {kill.since}".strip()


async def survive(folder: Path, deaths: list[Death], *, broken: str = "") -> None:
    """The bot dies each of these deaths, in order, and then all is looked at."""
    seed = " ".join(named(kill) for kill, _ in deaths)
    async with scene(folder, seed, broken=broken) as play:
        for kill, deed in deaths:
            await play.die(kill, deed)
        await end(play)


def again_and_again(kill: Kill, *several: DoDeed) -> list[Death]:
    """At the first or a later time that the point is reached, of each of these deeds in turn."""
    rng = random.Random(named(kill))
    counts = [1 if kill.point in ONCE else rng.randint(1, AT_ONCE) for _ in range(KILLS)]
    return [
        (Kill(kill.point, kill.since, count), several[turn % len(several)])
        for turn, count in enumerate(counts)
    ]


async def test_nothing_is_lost_or_doubled_by_a_death_at_each_point(tmp_path: Path) -> None:
    deaths: list[Death] = [
        *((kill, deeds.send) for kill in SENDING),
        *((kill, deeds.publish) for kill in (*PUBLISHING, *POSTING)),
        *((kill, deeds.settle) for kill in SETTLING),
        *((kill, HASTY) for kill in CUT),
        *((kill, deeds.withdraw) for kill in (*WITHDRAWING, *DELETING)),
    ]
    await survive(tmp_path, deaths)


@pytest.mark.chaos
@pytest.mark.parametrize("kill", SENDING, ids=named)
async def test_what_is_sent_is_there_once(tmp_path: Path, kill: Kill) -> None:
    await survive(tmp_path, again_and_again(kill, partial(deeds.send, count=AT_ONCE)))


@pytest.mark.chaos
@pytest.mark.parametrize("kill", PUBLISHING, ids=named)
async def test_what_is_published_has_one_number(tmp_path: Path, kill: Kill) -> None:
    await survive(tmp_path, again_and_again(kill, partial(deeds.publish, count=AT_ONCE)))


@pytest.mark.chaos
@pytest.mark.parametrize("kill", POSTING, ids=named)
async def test_what_is_posted_is_posted_once(tmp_path: Path, kill: Kill) -> None:
    two, hasty = partial(deeds.publish, count=AT_ONCE), partial(HASTY, count=AT_ONCE)
    await survive(tmp_path, again_and_again(kill, two, hasty))


@pytest.mark.chaos
@pytest.mark.parametrize("kill", SETTLING, ids=named)
async def test_what_moderators_say_of_a_post_is_done_once(tmp_path: Path, kill: Kill) -> None:
    settled = [
        death
        for settling in again_and_again(kill, deeds.settle)
        for death in ((CUT[0], deeds.publish), settling)
    ]
    await survive(tmp_path, [(CUT[1], deeds.publish), *settled])


@pytest.mark.chaos
@pytest.mark.parametrize("kill", WITHDRAWING, ids=named)
async def test_what_is_withdrawn_is_gone(tmp_path: Path, kill: Kill) -> None:
    several = [partial(deed, count=AT_ONCE) for deed in (deeds.withdraw, deeds.withdraw_waiting)]
    await survive(tmp_path, again_and_again(kill, *several))


@pytest.mark.chaos
@pytest.mark.parametrize("cut", CUT, ids=named)
@pytest.mark.parametrize("kill", WITHDRAWING, ids=named)
async def test_what_is_withdrawn_in_doubt_is_gone(tmp_path: Path, kill: Kill, cut: Kill) -> None:
    deaths = ((cut, deeds.publish), (kill, deeds.withdraw_doubtful))
    await survive(tmp_path, [*deaths] * (KILLS // 2))


@pytest.mark.chaos
@pytest.mark.parametrize("kill", DELETING, ids=named)
async def test_what_is_deleted_is_gone(tmp_path: Path, kill: Kill) -> None:
    await survive(tmp_path, again_and_again(kill, partial(deeds.withdraw, count=AT_ONCE)))


@pytest.mark.parametrize("guard", UNGUARDED)
async def test_without_a_guard_it_would_be_seen(tmp_path: Path, guard: str) -> None:
    kill, deed, complaint = UNGUARDED[guard]
    with pytest.raises(LostError, match=complaint):
        await survive(tmp_path, [(kill, deed)], broken=guard)
