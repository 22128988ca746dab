"""The bot with an admin who writes broadcasts, on a local Telegram."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from bot.broadcasts.running.live import Live
from bot.broadcasts.sending.sender import Sender
from bot.playground import Playground, people
from bot.playground.files import Upload
from bot.playground.person import Person
from bot.playground.waiting import Expectation, until
from bot.storage import tables
from bot.storage.broadcast_tables import broadcast_presses, broadcasts, recipients
from tests.world import Clock, World, running, settings_for

T = TypeVar("T")
SLEEP, PATIENCE, LIVE_SECONDS, SETTLING = 0.05, 10.0, 0.2, 0.4
GROUP = "991"
GAP = 0.02  # instead of a second between two messages to one chat


@dataclass
class Studio(World):
    admin: Person

    @property
    def live(self) -> Live:
        return self.bot.features.broadcasts._live

    @property
    def sender(self) -> Sender:
        return self.bot.features.broadcasts._sender

    async def readers(self, count: int, language: str = "en") -> list[Person]:
        """People who know the bot."""
        made = [self.person(language=language) for _ in range(count)]
        for one in made:
            await one.send("/start")
        return made

    async def album(self, person: Person, count: int) -> list[int]:
        """Photos with one group's number, as a phone sends them."""
        telegram, ids = self.playground.telegram, []
        for index in range(count):
            photo = telegram.files.add("photo", Upload(f"{index}.png", b"x"), strict=False)
            content = {**photo.in_message(), "media_group_id": GROUP}
            ids.append(people._post(telegram, person.id, person.id, content)["message_id"])
        await person.until(f"album of {count}")
        return ids

    async def open(self) -> None:
        """The draft, on the admin's screen; a live message may be edited meanwhile."""
        await self.admin.post("/broadcast")
        await self.admin.until("Your broadcast")

    async def compose(
        self, text: str = "Hello to everybody", *, buttons: Sequence[str] = ()
    ) -> int:
        """Written and tested by the admin, who sees the confirming screen; its number."""
        await self.open()
        await self.admin.press("📝 Message")
        await self.admin.send(text)
        if buttons:
            await self.admin.press("🔘 Buttons")
        for button in buttons:
            await self.admin.send(button)
        await self.admin.press_data("bc:see:home")
        return await self.test()

    async def compose_album(self, count: int) -> int:
        """The same with photos in place of a text."""
        await self.open()
        await self.admin.press("📝 Message")
        await self.album(self.admin, count)
        await self.admin.press_data("bc:see:home")
        return await self.test()

    async def send(self, number: int) -> int:
        """The press that sends what was tested, and all of it until it is done; its number."""
        await self.admin.press("✅ Send it")
        await self.becomes(number, "done")
        return number

    async def at(self, instant: datetime) -> None:
        """The clock is turned, and the sender has looked at it."""
        self.clock.now = instant
        self.sender.wake()
        await asyncio.sleep(SETTLING)

    async def test(self) -> int:
        await self.admin.press("🧪 Test to myself")
        await self.admin.until("That is what everybody gets")
        await self.admin.press("‹ To the draft")
        await self.admin.press("📣 Send …")
        return await self.newest()

    async def touch(self, label: str) -> str:
        """A press of the admin that changes no screen of theirs; what is answered."""
        version, query = await self.admin.tap(label)
        return await self._answer(version, query)

    async def touch_data(self, data: str) -> str:
        version, query = await self.admin.tap_data(data)
        return await self._answer(version, query)

    async def _answer(self, version: int, query: str) -> str:
        expected = Expectation(self.admin.id, query, said=True)
        assert await until(self.admin._client, version, expected, PATIENCE)
        await self.admin.refresh()
        return expected.toast or ""

    async def newest(self) -> int:
        """The number of the newest broadcast."""
        rows = await self.read(select(broadcasts.c.id).order_by(broadcasts.c.id.desc()))
        return int(rows[0][0])

    async def state(self, broadcast: int) -> str:
        rows = await self.read(select(broadcasts.c.state).where(broadcasts.c.id == broadcast))
        return str(rows[0][0])

    async def outcomes(self, broadcast: int) -> dict[int, str]:
        table = recipients.c
        query = select(table.chat_id, table.state).where(table.broadcast == broadcast)
        return dict(map(tuple, await self.read(query)))

    async def place(self, person: Person) -> str:
        """The first part of the place where the person is."""
        rows = await self.read(select(tables.people.c.place).filter_by(chat_id=person.id))
        return str(rows[0][0]).partition(":")[0]

    async def presses(self, broadcast: int) -> dict[str, int]:
        table = broadcast_presses.c
        query = select(table.button, table.count).where(table.broadcast == broadcast)
        return dict(map(tuple, await self.read(query)))

    async def read(self, query: Any) -> list[Any]:
        return await self.do(lambda connection: list(connection.execute(query).all()))

    async def do(self, unit: Callable[[Connection], T]) -> T:
        return await self.bot.database.writer.run(unit)

    async def grant(self, person: Person, role: str) -> None:
        roles, now = self.bot.features.ground.roles, self.clock()
        assert await self.do(lambda one: roles.grant(one, self.admin.id, person.id, role, now))

    async def take(self, person: Person, role: str) -> None:
        roles, now = self.bot.features.ground.roles, self.clock()
        assert await self.do(lambda one: roles.take(one, self.admin.id, person.id, role, now))

    async def becomes(self, broadcast: int, state: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self.state(broadcast) != state:  # noqa: ASYNC110 - in a database
                await asyncio.sleep(SLEEP)

    async def shows(self, person: Person, words: str) -> None:
        """Waits until any message of the bot there has the words."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.chat(person):
                await asyncio.sleep(SLEEP)
                await person.refresh()

    async def document(self, person: Person) -> dict[str, Any]:
        """The newest file in the chat, when there is one."""
        async with asyncio.timeout(PATIENCE):
            while not any("document" in one for one in person.messages):
                await asyncio.sleep(SLEEP)
                await person.refresh()
        found: list[dict[str, Any]] = [
            one["document"] for one in person.messages if "document" in one
        ]
        return found[-1]

    @staticmethod
    def chat(person: Person) -> str:
        """All that stands in the chat."""
        words = (one.get("text") or one.get("caption") or "" for one in person.messages)
        return "\n".join(words)


@contextlib.asynccontextmanager
async def studio(
    playground: Playground, folder: Path, admin: Person | None = None, **changes: Any
) -> AsyncIterator[Studio]:
    """`admin`: who it was before a restart."""
    admin = admin or playground.person("admin")
    settings = settings_for(playground, folder, admin_ids=(admin.id,), **changes)
    clock = Clock()
    async with running(settings, clock) as bot:
        bot.gate._lanes._paces._gap = GAP
        live = bot.features.broadcasts._live
        live._worker._seconds = LIVE_SECONDS
        live._worker.wake()
        yield Studio(playground, bot, clock, settings, admin)
