"""Nothing that is stored, logged or backed up ties a story to a person: the whole bot, measured.

Fifty people send two hundred stories and a few comments over two days and two releases. A measure
of order fails at 1 in 10,000 runs by chance, all measures together.
"""

from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.delivery.paces import Paces
from bot.playground import Playground
from bot.storage.backup import back_up
from bot.storage.vault import secret_in
from tests.home.traces import nothing_owed
from tests.stories.linkage.checker import leaks
from tests.stories.linkage.crowd import Crowd, together
from tests.stories.linkage.decisions import ASIDE, PUBLISH, REJECT, Decisions
from tests.stories.linkage.evidence import Evidence, seize
from tests.stories.linkage.logs import debug_log
from tests.stories.linkage.truth import Told, Truth
from tests.stories.newsroom import Newsroom, newsroom

SETTINGS: dict[str, Any] = {
    "moderation_hours": (3,),
    "listen": "127.0.0.1:0",
    "messages_per_second": 1000,
}

TRAFFIC = {
    "cards", "channel_posts", "comments", "conversations", "moderation_log", "people", "shelves",
    "stories", "story_reminders", "story_texts", "story_votes", "submissions", "updates",
}  # fmt: skip


@pytest.mark.timeout(400)
@pytest.mark.usefixtures("quick_disk")
async def test_nothing_ties_a_story_to_a_person(
    playground: Playground, tmp_path: Path, sealed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Paces, "wait", lambda *_: 0.0)  # cards at once, not 20 a minute
    folder = tmp_path / "data"
    with debug_log() as log:
        async with newsroom(playground, folder, **SETTINGS) as room:
            truth = Truth(secret_in(folder), sealed=sealed)
            await _two_days(room, truth)
            metrics = await _metrics(room)
            await back_up(room.bot.database.url, tmp_path / "backup.db")
            evidence = _seize(folder, tmp_path, truth, log.getvalue(), metrics)
    assert len({one.teller for one in truth.told}) == 48
    assert len(truth.told) == 200 + 4
    assert {entry.tree for entry in evidence.entries["database"]} >= TRAFFIC
    assert [str(one) for one in leaks(evidence, truth)] == []


async def _two_days(room: Newsroom, truth: Truth) -> None:
    crowd = Crowd(room, truth, Random(7), people=50, late=2)
    decisions = Decisions(room, truth)
    await together(crowd.guests, partial(crowd.day, stories=2, batch=0))
    await together(crowd.late, crowd.forget)
    room.clock.pass_(hours=20)
    first = await decisions.released(96)
    await _decide(decisions, first)
    await together(crowd.guests[::2], partial(crowd.read, published=30))
    comments = [await crowd.comment(crowd.guests[10], number, batch=1) for number in (5, 6, 7, 5)]
    for one in (first[0], first[1], first[-1]):
        await crowd.withdraw(crowd.guests[4], one)
    await together(crowd.guests[:8], partial(crowd.day, stories=3, batch=1))
    await together(crowd.guests[8:], partial(crowd.day, stories=2, batch=1))
    room.clock.pass_(hours=24)
    await room.bot.housekeeping.once()
    second = await decisions.released(104 + 4)
    await _decide(decisions, [one for one in second if one not in comments])
    for one in comments:
        await decisions.decide(one, PUBLISH)
    await crowd.withdraw(crowd.guests[5], first[2])
    await nothing_owed(room)
    await room.bot.database.writer.wiping.finished()


async def _decide(decisions: Decisions, cards: list[Told]) -> None:
    """In the order in which they came: thirty are published, some not."""
    for action, some in ((PUBLISH, cards[:30]), (REJECT, cards[30:34]), (ASIDE, cards[34:37])):
        for one in some:
            await decisions.decide(one, action)


async def _metrics(room: Newsroom) -> bytes:
    address = f"http://127.0.0.1:{room.bot.server.port}/metrics"
    async with ClientSession() as session, session.get(address) as page:
        return await page.read()


def _seize(folder: Path, beside: Path, truth: Truth, log: str, metrics: bytes) -> Evidence:
    assert "telegram.ext" in log
    assert b"commits_total" in metrics
    files = {"log": log.encode(), "metrics": metrics}
    return seize(folder, beside / "backup.db", truth.secret, **files)
