"""A bot under attack: somebody to harm, a crowd that tries, rooms it tries it in."""

import asyncio
import contextlib
import itertools
import random
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, select, text

from bot.app import Bot
from bot.chat import store
from bot.chat.shape import LARGEST_ID
from bot.guides.context import Context
from bot.guides.conversation import Conversation
from bot.guides.model import COUNTRIES
from bot.guides.store import Conversations
from bot.guides.walk import replay
from bot.playground.person import Person
from bot.playground.server import Playground
from bot.storage.tables import conversations, metadata
from bot.storage.vault import Vault, secret_in
from tests.chat.forger import Forger
from tests.chat.hostile_words import Words
from tests.chat.served import served
from tests.ways import go_to_a_text
from tests.world import Clock, World, settings_for

CROWD = 8
T = TypeVar("T")


@dataclass
class Siege:
    world: World
    watched: Person
    witness: Person
    forger: Forger
    rooms: tuple[int, ...]

    @property
    def bot(self) -> Bot:
        return self.world.bot

    def state(self, chat_id: int) -> dict[str, list[Any]]:
        """Every row of one person, as the bytes that are stored."""
        path = self.world.settings.data_dir / f"bot-{self.bot.application.bot.id}.db"
        with contextlib.closing(sqlite3.connect(path)) as database:
            return {
                table.name: database.execute(
                    f"SELECT * FROM {table.name} WHERE chat_id = ?", (chat_id,)
                ).fetchall()
                for table in metadata.sorted_tables
                if "chat_id" in table.c
            }

    async def is_answered(self, within: float = 5.0) -> None:
        """The witness, who does nothing but press a button now and then."""
        await self.witness.press_data("here", within=within)

    async def has_worked_everything_off(self) -> None:
        """Every update is committed and every screen of somebody who exists has arrived."""
        await self.is_answered()  # so that all that came before has been fetched
        intake, presenter = self.bot.intake, self.bot.presenter
        while intake._tasks:
            await asyncio.wait(intake._tasks)
        while tasks := [chat.task for chat in presenter._chats.values() if chat.task]:
            await asyncio.wait(tasks)
        assert await self.bot.database.writer.run(self._debts) == []

    def _debts(self, connection: Connection) -> list[int]:
        people = self.world.playground.telegram.registry.people
        return [one.chat_id for one in store.debts(connection) if one.chat_id in people]

    async def set_aside(self) -> int:
        return await self.bot.database.writer.run(store.count_set_aside)

    async def wrong_answers(self) -> list[str]:
        """Conversations with an answer that replay would not take in any country."""
        return await self.bot.database.writer.run(lambda connection: [*self._wrong(connection)])

    def kept_of(self, person: int) -> dict[str, Conversation]:
        """By guide."""
        kept = self._conversations
        with self.bot.database.writer._engine.connect() as connection:
            guides = self.bot.content.library.guides
            loaded = {guide: kept.load(connection, person, guide) for guide in guides}
        return {guide: one for guide, one in loaded.items() if one is not None}

    @property
    def _conversations(self) -> Conversations:
        return Conversations(Vault(secret_in(self.world.settings.data_dir)))

    def _wrong(self, connection: Connection) -> Iterator[str]:
        library = self.bot.content.library
        contexts = [
            Context(country, self.world.clock().date(), library.facts)
            for country in (None, *COUNTRIES)
        ]
        for row in connection.execute(select(conversations.c.chat_id, conversations.c.guide)):
            conversation = self._conversations.load(connection, row.chat_id, row.guide)
            assert conversation is not None
            paths = [replay(library.guides[row.guide], conversation.answers, c) for c in contexts]
            if not any(path.answers == conversation.answers for path in paths):
                yield f"{row.guide}: {conversation.answers}"

    async def odd_people(self) -> list[object]:
        """Rows with a number that nobody can have."""
        rows = await self.bot.database.writer.run(
            lambda connection: (
                connection.execute(text("SELECT chat_id FROM people")).scalars().all()
            )
        )
        return [one for one in rows if not (type(one) is int and 0 < one <= LARGEST_ID)]

    def said_in_rooms(self) -> set[str]:
        chats = self.world.playground.telegram.registry.chats
        messages = [message for room in self.rooms for message in chats[room].messages.values()]
        return {one["text"] for one in messages if one.get("from", {}).get("is_bot")}


@contextlib.asynccontextmanager
async def siege(
    playground: Playground, folder: Path, intake: str, seed: int
) -> AsyncIterator[Siege]:
    async with served(playground, folder, intake) as bot:
        world = World(playground, bot, Clock(), settings_for(playground, folder))
        watched, witness = playground.person(name="Watched"), playground.person(name="Witness")
        await go_to_a_text(world, watched)
        await watched.send("an answer of mine")
        await witness.send("/start")
        rooms = _rooms(playground, witness)
        made = random.Random(seed)
        words = Words(made, list(bot.content.library.guides.values()))
        kinds = [(room, playground.telegram.registry.chats[room].type) for room in rooms]
        forger = Forger(made, words, crowd(playground), [*kinds, (-12345, "group")], watched.id)
        yield Siege(world, watched, witness, forger, rooms)


def crowd(playground: Playground) -> list[int]:
    """People who have all written to the bot, and some that Telegram does not know."""
    registry = playground.telegram.registry
    people = [playground.person(name="Crowd").id for _ in range(CROWD)]
    for one in people:
        registry.chats[one].started = True
        registry.meet(one)
    return [*people, *range(9_000_000_000, 9_000_000_005)]


def _rooms(playground: Playground, owner: Person) -> tuple[int, ...]:
    return tuple(
        playground.room(kind, kind, owner, members=[owner], bot="administrator")
        for kind in ("group", "supergroup", "channel")
    )


def batches(things: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    rest = iter(things)
    while batch := tuple(itertools.islice(rest, size)):
        yield batch


async def nothing_went_wrong(under: Siege) -> None:
    await under.is_answered(within=2)
    assert await under.wrong_answers() == []
    assert await under.odd_people() == []
    assert len(under.said_in_rooms()) <= 1
    assert all("t.me" in words or "private" in words for words in under.said_in_rooms())
    to_rooms = {
        call.method
        for call in under.world.playground.telegram.calls
        if isinstance(call.chat_id, int) and call.chat_id < 0
    }
    assert to_rooms <= {"sendMessage", "leaveChat"}
