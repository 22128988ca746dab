"""Twenty thousand hostile updates (in the suite a tenth): the bot serves on, and nobody is moved by anybody else."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.chat.server import SECRET_HEADER, WEBHOOK_PATH
from bot.playground.server import Playground
from tests.chat.siege import Siege, batches, nothing_went_wrong, siege
from tests.size import sized

pytestmark = pytest.mark.hostile
Json = dict[str, Any]
BY_WEBHOOK, BY_POLLING = sized(15_000), sized(3_000, short=6)  # and 2,000 in test_hostile_people.py
CONNECTIONS = 200
BATCH = 500
ODD_IDS: tuple[Any, ...] = (None, True, -1, 0, "1", 1.5, [], {}, 2**63, 2**64, 10**4000, "missing")


async def test_anything_at_the_webhook(playground: Playground, tmp_path: Path) -> None:
    async with siege(playground, tmp_path, "webhook", seed=1) as under:
        state, seen = under.state(under.watched.id), len(await _messages(under))
        statuses: Counter[int] = Counter()
        for batch in batches(_numbered(under, BY_WEBHOOK), BATCH):
            statuses += await _post(under, batch)
            await under.is_answered()
        await under.has_worked_everything_off()
        assert set(statuses) == {200, 400}
        assert statuses.total() == BY_WEBHOOK
        assert statuses[200] > BY_WEBHOOK / 2
        assert under.state(under.watched.id) == state
        assert len(await _messages(under)) == seen
        await nothing_went_wrong(under)


def _numbered(under: Siege, count: int) -> Iterator[Json]:
    """Ids in a row, with jumps, repetitions and some that are none."""
    made, number = under.forger.randomness, 500_000_000
    for _ in range(count):
        number += made.choice([1, 1, 1, 1, 0, -1, -7, 1000])
        update = under.forger.broken() if made.random() < 0.8 else under.forger.sent()
        chosen = made.choice(ODD_IDS) if made.random() < 0.03 else number
        yield update if chosen == "missing" else {"update_id": chosen, **update}


async def _post(under: Siege, updates: tuple[Json, ...]) -> Counter[int]:
    places = asyncio.Semaphore(CONNECTIONS)
    url = f"http://127.0.0.1:{under.bot.server.port}{WEBHOOK_PATH}"
    headers = {SECRET_HEADER: under.bot.secret}

    async def one(session: ClientSession, update: Json) -> int:
        body = json.dumps(update).encode()
        async with places, session.post(url, data=body, headers=headers) as answer:
            return answer.status

    async with ClientSession() as session, asyncio.timeout(30):
        return Counter(await asyncio.gather(*(one(session, update) for update in updates)))


async def test_anything_by_polling(playground: Playground, tmp_path: Path) -> None:
    async with siege(playground, tmp_path, "polling", seed=2) as under:
        telegram, state = playground.telegram, under.state(under.watched.id)
        for batch in batches(_queued(under, BY_POLLING), BATCH):
            assert len(batch) == BATCH
            await under.is_answered()
        await under.has_worked_everything_off()
        assert under.state(under.watched.id) == state
        assert telegram.pending_updates == 0
        await nothing_went_wrong(under)


def _queued(under: Siege, count: int) -> Iterator[int]:
    """Ids of updates that the bot allowed, with jumps in between."""
    made, telegram = under.forger.randomness, under.world.playground.telegram
    while count:
        telegram.gap(made.choice([0, 0, 0, 5, 100_000]))
        number = telegram.inject(made.choice([under.forger.sent, under.forger.broken])())
        if number is not None:
            count -= 1
            yield number


async def _messages(under: Siege) -> list[Json]:
    await under.watched.refresh()
    return under.watched.messages
