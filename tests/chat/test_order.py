"""What one person sends is worked on in the order in which they sent it, whatever others do."""

import asyncio
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from telegram import Update

from bot.chat import store
from bot.chat.desk import Desk
from bot.playground.faults import Fault
from bot.playground.server import Playground
from tests.chat.served import INTAKES, served
from tests.size import sized

pytestmark = pytest.mark.hostile

PEOPLE = 50
Order = defaultdict[int, list[int]]


class Record:
    """Notes each person's updates as they are worked on; none is answered."""

    def __init__(self, expected: int) -> None:
        self.order: Order = defaultdict(list)
        self.full = asyncio.Event()
        self._left, self._loop = expected, asyncio.get_running_loop()

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        def take(desk: Desk, connection: Connection, update: Update) -> None:
            assert update.effective_user is not None
            if store.take(connection, update.update_id, desk.clock()):
                self._note(update.effective_user.id, update.update_id)

        patch.setattr(Desk, "take", take)

    def _note(self, person: int, update_id: int) -> None:
        self.order[person].append(update_id)
        self._left -= 1
        if not self._left:
            self._loop.call_soon_threadsafe(self.full.set)


@pytest.mark.parametrize("intake", INTAKES)
async def test_thousands_of_updates_in_bursts_keep_each_persons_order(
    playground: Playground, tmp_path: Path, intake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(sized(5_000, short=5))
    record.stand_in(monkeypatch)
    async with served(playground, tmp_path, intake):
        sent = await send(playground, random.Random(1), sized(5_000, short=5))
        await record.full.wait()
    assert record.order == sent


async def test_updates_whose_way_to_the_bot_breaks_off_keep_it_too(
    playground: Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(500)
    record.stand_in(monkeypatch)
    rng = random.Random(2)
    playground.telegram.fault = lambda method, _: (
        Fault.reset(effect=True) if method == "getUpdates" and rng.random() < 0.2 else None
    )
    async with served(playground, tmp_path, "polling"):
        sent = await send(playground, rng, 500)
        await record.full.wait()
    assert record.order == sent


async def send(playground: Playground, rng: random.Random, updates: int) -> Order:
    """In bursts of one to eighty, some people far more than others."""
    people = [playground.telegram.registry.add_person("Ada", "", "en").id for _ in range(PEOPLE)]
    weights = [rng.uniform(1, 10) for _ in people]
    sent: Order = defaultdict(list)
    while left := updates - sum(map(len, sent.values())):
        for who in rng.choices(people, weights, k=min(left, rng.randrange(1, 80))):
            number = playground.telegram.inject(_update(who, rng))
            assert number is not None
            sent[who].append(number)
        await asyncio.sleep(rng.choice((0, 0.002, 0.02)))
    return sent


def _update(who: int, rng: random.Random) -> dict[str, Any]:
    sender = {"id": who, "is_bot": False, "first_name": "Ada"}
    message = {"message_id": 1, "date": 1, "chat": {"id": who, "type": "private"}}
    spoken = {**message, "from": sender, "text": "hello"}
    press = {"id": "1", "from": sender, "message": message, "chat_instance": "1", "data": "menu"}
    kinds = {"message": spoken, "edited_message": spoken, "callback_query": press}
    return dict([rng.choice(list(kinds.items()))])
