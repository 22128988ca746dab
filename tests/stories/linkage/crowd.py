"""Fifty people at the real bot: two hundred stories over two days, two releases, and all that people
do besides.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from bot.playground.person import Person
from bot.playground.transcript import buttons, words_of
from tests.stories.linkage.identity import markers_in
from tests.stories.linkage.telling import send, throw_away, write
from tests.stories.linkage.truth import Fate, Told, Truth, told_by
from tests.stories.newsroom import Newsroom

AT_ONCE = 8
PATIENCE = 30.0
Json = dict[str, Any]


class Guest:
    """A person of the local Telegram, as the telling needs them."""

    def __init__(self, person: Person) -> None:
        self.person, self.id = person, person.id
        person.patience = PATIENCE
        self.send, self.press_data = person.send, person.press_data

    @property
    def presses(self) -> list[str]:
        return [one["callback_data"] for one in buttons(self.person.last) if "callback_data" in one]


@dataclass
class Crowd:
    room: Newsroom
    truth: Truth
    random: Random
    guests: list[Guest] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = iter(self.random.sample(range(4096), 1000))
        self._slots = asyncio.Semaphore(AT_ONCE)

    def come(self, people: int) -> None:
        self.guests = [Guest(self.room.reader()) for _ in range(people)]
        self.truth.people = {guest.id for guest in self.guests}

    async def all(self, do: Callable[[Guest], Awaitable[None]], some: int | None = None) -> None:
        """A few at the same time, in the order of the guests."""

        async def one(guest: Guest) -> None:
            async with self._slots:
                await do(guest)

        await asyncio.gather(*(one(guest) for guest in self.guests[:some]))

    def something(self, guest: Guest) -> tuple[Told, str]:
        return told_by(guest.id, next(self._numbers), self.random)

    async def tell(self, guest: Guest, batch: int) -> None:
        one, text = self.something(guest)
        await write(guest, text, self.random)
        self.truth.sent(one, await send(guest), batch)

    async def give_up(self, guest: Guest) -> None:
        one, text = self.something(guest)
        await write(guest, text, self.random)
        await (guest.send("/cancel") if self.random.random() < 0 else throw_away(guest))
        self.truth.gave_up(one)

    async def forget(self, guest: Guest) -> None:
        """A draft that nobody comes back to."""
        one, text = self.something(guest)
        await write(guest, text, self.random)
        self.truth.gave_up(one)

    async def comment(self, guest: Guest, number: int, batch: int) -> None:
        one, text = self.something(guest)
        await guest.send(f"/start story_{number}")
        await guest.press_data(f"story:new:comment:{number}")
        await guest.send(text[:500])
        self.truth.sent(one, await send(guest), batch)

    async def withdraw(self, guest: Guest, one: Told) -> None:
        """By the receipt, from any account."""
        await guest.send(f"/receipt {one.receipt}")
        await guest.press_data(f"receipt:gone:{one.receipt}")
        one.fate = Fate.GONE


@dataclass
class Desk:
    """The moderators' chat: cards as they stand there, the oldest first."""

    room: Newsroom
    truth: Truth

    def __post_init__(self) -> None:
        self._told = {one.marker: one for one in self.truth.told}
        self.numbers = count(1)

    async def cards(self, at_least: int) -> list[tuple[Told, Json]]:
        async with asyncio.timeout(PATIENCE):
            while len(cards := [*await self._cards()]) < at_least:
                await self.room.settle()
        return cards

    async def _cards(self) -> Iterator[tuple[Told, Json]]:
        told = {one.marker: one for one in self.truth.told}
        await self.room.moderator.refresh(self.room.office)
        messages = [one for one in self.room.moderator.messages if buttons(one)]
        return (
            (told[marker], message)
            for message in messages
            for marker in list(markers_in(words_of(message)))[:1]
        )

    async def decide(self, message: Json, action: str) -> None:
        data = next(
            one["callback_data"]
            for one in buttons(message)
            if one.get("callback_data", "").endswith(":publish")
        )
        await self.room.moderator.press_data(
            data.removesuffix("publish") + action, message["message_id"], chat=self.room.office
        )
