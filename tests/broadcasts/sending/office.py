"""The sender on a local Telegram, beside the bot as it is, with people on both sides."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from telegram.ext import ExtBot

from bot.broadcasts import store
from bot.broadcasts.running.figures.store import tally
from bot.broadcasts.sending.sender import Sender
from bot.broadcasts.states import BroadcastState
from bot.delivery.gate import Gate
from bot.delivery.http import AiohttpRequest
from bot.delivery.lanes import Lanes
from bot.delivery.orders import Timeouts
from bot.playground import FloodLimits, Person, Playground
from bot.storage.broadcast_tables import broadcasts, recipients
from bot.storage.database import Database
from bot.storage.writer import Probe, no_probe
from tests.broadcasts.composing.composer import LANGUAGES
from tests.broadcasts.sending.rows import add_broadcast, add_people, footer, nobody, person_row
from tests.world import TOKEN, Clock

T = TypeVar("T")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RATE = 300.0


@dataclass
class Office:
    """`admin` has written what is copied; `clock` is the one of bot and sender."""

    playground: Playground
    bot: ExtBot[Any]
    gate: Gate
    database: Database
    clock: Clock
    admin: Person
    rate: float = RATE
    probe: Probe = no_probe
    notices: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hire()

    def hire(self) -> None:
        """A sender that has not begun: after a restart."""
        self.sender = Sender(
            self.bot,
            self.gate,
            self.database.writer,
            footer=footer,
            notify=lambda _, words: self.notices.append(words(LANGUAGES["en"])),
            holders=nobody,
            clock=self.clock,
            probe=self.probe,
            rate=self.rate,
        )

    async def do(self, unit: Callable[[Connection], T]) -> T:
        return await self.database.writer.run(unit)

    async def write(self, *texts: str) -> list[int]:
        """The admin's messages, without the bot hearing of them."""
        telegram = self.playground.telegram
        chat = telegram.registry.chats[self.admin.id]
        user = telegram.registry.people[self.admin.id]
        return [telegram.messages.post(chat, user, {"text": text})["message_id"] for text in texts]

    async def invite(self, count: int, **changes: Any) -> list[int]:
        """People who have started the bot at some time."""
        registry = self.playground.telegram.registry
        users = [registry.add_person(f"Reader {n}", "customer", "en") for n in range(count)]
        for user in users:
            registry.chats[user.id].started = True
        rows = [person_row(user.id, **changes) for user in users]
        await self.do(lambda connection: add_people(connection, rows))
        return [user.id for user in users]

    async def begin(self, *texts: str, at: datetime | None = None, **changes: Any) -> int:
        """Composed and sent; the number of the broadcast."""
        messages = await self.write(*(texts or ("News",)))
        self.sources += messages

        def unit(connection: Connection) -> int:
            number = add_broadcast(connection, self.admin.id, messages, **changes)
            assert store.schedule(connection, number, at or self.clock())
            return number

        number = await self.do(unit)
        self.sender.wake()
        return number

    async def move(self, broadcast: int, state: BroadcastState) -> bool:
        return await self.do(lambda c: store.move(c, broadcast, state, self.clock()))

    async def state(self, broadcast: int) -> str:
        row = await self.row(broadcast)
        return str(row["state"])

    async def row(self, broadcast: int) -> dict[str, Any]:
        where = broadcasts.c.id == broadcast
        rows = await self.do(lambda c: c.execute(select(broadcasts).where(where)).mappings().all())
        return dict(rows[0])

    async def tally(self, broadcast: int) -> dict[str, int]:
        """The states that there are."""
        counted = await self.do(lambda c: tally(c, broadcast))
        return {state: number for state, number in counted.items() if number}

    async def rows(self, broadcast: int) -> dict[int, Any]:
        where = recipients.c.broadcast == broadcast
        found = await self.do(lambda c: c.execute(select(recipients).where(where)).all())
        return {row.chat_id: row for row in found}

    async def until(self, broadcast: int, state: str = "done", within: float = 20) -> None:
        """Waits until the broadcast is in that state."""
        await self.comes(lambda: self._is(broadcast, state), within)

    async def _is(self, broadcast: int, state: str) -> bool:
        return await self.state(broadcast) == state

    async def comes(self, holds: Callable[[], Awaitable[bool]], within: float = 10) -> None:
        async with asyncio.timeout(within):
            while not await holds():  # noqa: ASYNC110 - rows tell nobody that they changed
                await asyncio.sleep(0.02)

    def got(self, chat_id: int) -> list[dict[str, Any]]:
        """What the bot has said to somebody."""
        chat = self.playground.telegram.registry.chats[chat_id]
        me = self.playground.telegram.bot.id
        return [one for one in chat.messages.values() if one.get("from", {}).get("id") == me]

    def copies(self, chats: Iterable[int], text: str = "News") -> Counter[int]:
        """How many have got the text how many times."""
        return Counter(sum(one.get("text") == text for one in self.got(chat)) for chat in chats)

    def calls(self, method: str = "copyMessage") -> list[Any]:
        return [call for call in self.playground.telegram.calls if call.method == method]

    @contextlib.asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        working = asyncio.create_task(self.sender.run())
        try:
            yield
        finally:
            working.cancel()
            await self.sender.close()
            await asyncio.gather(working, return_exceptions=True)


@contextlib.asynccontextmanager
async def office(folder: Path, rate: float = RATE, **limits: Any) -> AsyncIterator[Office]:
    """On a Telegram that lets `rate` messages a second go; answers are awaited half a second."""
    limit = FloodLimits(overall=rate, **limits)
    async with Playground(token=TOKEN, limits=limit) as playground:
        admin = playground.person("admin")
        playground.telegram.registry.chats[admin.id].started = True
        gate, request = Gate(Lanes(rate=rate)), AiohttpRequest(timeouts=Timeouts(read=0.5))
        bot = ExtBot(
            TOKEN,
            base_url=f"{playground.url}/bot",
            request=request,
            get_updates_request=request,
            rate_limiter=gate,
        )
        await bot.initialize()
        database = Database.open(f"sqlite:///{folder / 'bot.db'}")
        yield Office(playground, bot, gate, database, Clock(NOON), admin, rate)
        await database.close()
        await bot.shutdown()
