"""Thousands of people who get a broadcast, and a few who walk a guide meanwhile."""

import asyncio
import contextlib
import gc
import math
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, select

from bot.broadcasts.audience import Audience
from bot.guides.codes import Press, encode
from bot.playground import FloodLimits, Person, Playground
from bot.storage.broadcast_tables import broadcasts, recipients
from bot.storage.database import Database
from tests.broadcasts.sending.broadcaster import begin, broadcaster, database_of
from tests.broadcasts.sending.rows import add_broadcast, add_people, person_row
from tests.world import TOKEN

RATE, LATENCY, THINKING = 300.0, 0.05, 2.0
BLOCKED = 33  # every so many-th: three in a hundred
THERE = encode(Press("opt_out", "where", "choose", "mobile"))
BACK = encode(Press("opt_out", "who", "look"))


@dataclass
class Crowd:
    """`chats` are the recipients, `walkers` have the guide open before them."""

    playground: Playground
    folder: Path
    chats: list[int]
    broadcast: int
    process: Process
    walkers: list[Person]
    began: float = 0.0

    async def go(self) -> None:
        """Begins the broadcast."""
        self.began = time.monotonic()
        await begin(self.process, self.broadcast)

    async def walk(self, seconds: float) -> list[float]:
        """The time of each answer, sorted. People press now and then, not all at once."""
        end = time.monotonic() + seconds
        walks = (self._walk(one, place, end) for place, one in enumerate(self.walkers))
        waits = await asyncio.gather(*walks)
        return sorted(wait for waited in waits for wait in waited)

    async def _walk(self, person: Person, place: int, end: float) -> list[float]:
        waits: list[float] = []
        await asyncio.sleep(THINKING * place / len(self.walkers))
        while (began := time.monotonic()) < end:
            await person.press_data(BACK if len(waits) % 2 else THERE, within=30)
            waits.append(time.monotonic() - began)
            await asyncio.sleep(max(0.0, THINKING - waits[-1]))
        return waits

    async def done(self, within: float) -> None:
        async with asyncio.timeout(within):
            while self._read(select(broadcasts.c.state))[0][0] != "done":  # noqa: ASYNC110
                await asyncio.sleep(0.2)

    @property
    def tally(self) -> Counter[str]:
        return Counter(row.state for row in self.rows)

    @property
    def rows(self) -> Sequence[Any]:
        return self._read(select(recipients))

    def _read(self, statement: Any) -> Sequence[Any]:
        engine = create_engine(f"sqlite:///{database_of(self.folder)}")
        try:
            with engine.connect() as connection:
                return connection.execute(statement).all()
        finally:
            engine.dispose()

    @property
    def seconds(self) -> float:
        """From the order to the last message."""
        last: float = max(call.at for call in self.calls if call.method == "copyMessage")
        return last - self.began

    @property
    def calls(self) -> list[Any]:
        calls = self.playground.telegram.calls
        return [call for call in calls if call.at >= self.began and call.chat_id is not None]

    @property
    def ideal(self) -> float:
        """Seconds: what the limit lets go, replies and all."""
        sent = [call for call in self.calls if call.at <= self.began + self.seconds]
        charged = ("copyMessage", "sendMessage", "editMessage")
        return len([call for call in sent if call.method.startswith(charged)]) / RATE

    @property
    def refusals(self) -> int:
        return sum(call.error_code == 429 for call in self.calls)

    @property
    def copies(self) -> Counter[int]:
        """How many messages people have got: {1: all but those who blocked the bot}."""
        return Counter(copies_of(self.playground, self.chats).values())


def copies_of(playground: Playground, chats: Iterable[int]) -> dict[int, int]:
    found = playground.telegram.registry.chats
    return {
        chat: sum(one.get("text") == "News" for one in found[chat].messages.values())
        for chat in chats
    }


def p95(sorted_: Sequence[float]) -> float:
    return sorted_[math.ceil(0.95 * len(sorted_)) - 1]


@contextlib.asynccontextmanager
async def crowd(folder: Path, count: int, walkers: int) -> AsyncIterator[Crowd]:
    limits = FloodLimits(overall=RATE)
    playground = Playground(token=TOKEN, latency=LATENCY, limits=limits)
    async with playground, without_pauses():
        chats = readers(playground, count)
        broadcast = await _prepare(playground, folder, chats)
        async with broadcaster(playground.url, folder, RATE) as process:
            people = [playground.person() for _ in range(walkers)]
            for one in people:
                await one.send("/start opt_out", within=30)
            yield Crowd(playground, folder, chats, broadcast, process, people)


@contextlib.asynccontextmanager
async def without_pauses() -> AsyncIterator[None]:
    """Telegram does not stand still while Python looks for garbage; what comes late comes in one
    burst, and would be refused.
    """
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def readers(playground: Playground, count: int) -> list[int]:
    registry = playground.telegram.registry
    users = [registry.add_person(f"Reader {n}", "customer", "it") for n in range(count)]
    for place, user in enumerate(users):
        registry.chats[user.id].started = True
        registry.chats[user.id].blocked = place % BLOCKED == BLOCKED - 1
    return [user.id for user in users]


async def _prepare(playground: Playground, folder: Path, chats: list[int]) -> int:
    """Readers of Italian, awake day and night, and a draft."""
    telegram = playground.telegram
    admin = telegram.registry.add_person("Admin", "admin", "en")
    chat = telegram.registry.chats[admin.id]
    chat.started = True
    source = telegram.messages.post(chat, admin, {"text": "News"})["message_id"]
    rows = [person_row(one, language="it", quiet_from=0, quiet_to=0) for one in chats]
    database = Database.open(f"sqlite:///{database_of(folder)}")
    draft = partial(add_broadcast, source=admin.id, messages=[source])

    def unit(connection: Connection) -> int:
        add_people(connection, rows)
        return draft(connection, audience=Audience(languages=("it",)))

    number = await database.writer.run(unit)
    await database.close()
    return number
