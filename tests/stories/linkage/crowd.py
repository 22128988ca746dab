"""Fifty people at the real bot: what they tell, and all that they do besides."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random

from bot.playground.person import Person
from bot.playground.transcript import buttons
from tests.stories.linkage.telling import send, throw_away, write
from tests.stories.linkage.truth import Fate, Told, Truth, told_by
from tests.stories.newsroom import Newsroom

AT_ONCE = 8
OPINIONS = ("stories:up:", "stories:down:")
PATIENCE = 30.0


class Guest:
    """A person of the local Telegram, as the telling needs them."""

    def __init__(self, person: Person) -> None:
        self.person, self.id = person, person.id
        person.patience = PATIENCE
        self.send, self.press_data = person.send, person.press_data

    @property
    def presses(self) -> list[str]:
        return [one["callback_data"] for one in buttons(self.person.last) if "callback_data" in one]


class Crowd:
    """`guests` come back every day; `late` begin to write and never come back."""

    def __init__(
        self, room: Newsroom, truth: Truth, random: Random, *, people: int, late: int
    ) -> None:
        self._truth, self._random = truth, random
        self._numbers = iter(random.sample(range(4096), 1000))
        everybody = [Guest(room.reader()) for _ in range(people)]
        truth.people = {guest.id for guest in everybody}
        self.late, self.guests = everybody[:late], everybody[late:]

    async def tell(self, guest: Guest, batch: int) -> None:
        one, text = self._something(guest)
        await write(guest, text, self._random)
        self._truth.sent(one, await send(guest), batch)

    async def give_up(self, guest: Guest) -> None:
        one, text = self._something(guest)
        await write(guest, text, self._random)
        await (guest.send("/cancel") if self._maybe(0.5) else throw_away(guest))
        self._truth.gave_up(one)

    async def forget(self, guest: Guest) -> None:
        """A draft that nobody comes back to."""
        one, text = self._something(guest)
        await write(guest, text, self._random)
        self._truth.gave_up(one)

    async def day(self, guest: Guest, stories: int, batch: int) -> None:
        """Stories in a row, with guides and settings in between."""
        await guest.send("/start")
        if self._maybe(0.2):
            await self.give_up(guest)
        for _ in range(stories):
            await self.tell(guest, batch)
            if self._maybe(0.3):
                await guest.person.tap_data("receipt:remind")  # answered above the screen
            if self._maybe(0.3):
                await guest.send(self._random.choice(("/menu", "/settings", "/policy")))

    async def read(self, guest: Guest, published: int) -> None:
        """A story, a vote, a favourite, a guide, and what became of something."""
        number = self._random.randint(1, published)
        await guest.send(f"/start story_{number}")
        for opinion in (self._random.choice(OPINIONS), "stories:keep"):
            if data := next((one for one in guest.presses if one.startswith(opinion)), ""):
                await guest.press_data(data)
        await guest.send("/menu")
        for _ in range(2):  # into a guide, and its first answer
            await guest.press_data(next(one for one in guest.presses if one.startswith("g:")))
        await guest.send(f"/receipt {self._random.choice(self._truth.told).receipt}")

    async def comment(self, guest: Guest, number: int, batch: int) -> Told:
        one, text = self._something(guest)
        await guest.send(f"/start story_{number}")
        await guest.press_data(f"story:new:comment:{number}")
        await guest.send(text[:500])
        self._truth.sent(one, await send(guest), batch)
        return one

    async def withdraw(self, guest: Guest, one: Told) -> None:
        """By the receipt, from any account."""
        await guest.send(f"/receipt {one.receipt}")
        await guest.press_data(f"receipt:gone:{one.receipt}")
        one.fate = Fate.GONE

    def _something(self, guest: Guest) -> tuple[Told, str]:
        return told_by(guest.id, next(self._numbers), self._random)

    def _maybe(self, probability: float) -> bool:
        return self._random.random() < probability


async def together(guests: list[Guest], do: Callable[[Guest], Awaitable[None]]) -> None:
    """A few at the same time, in their order."""
    slots = asyncio.Semaphore(AT_ONCE)

    async def one(guest: Guest) -> None:
        async with slots:
            await do(guest)

    await asyncio.gather(*(one(guest) for guest in guests))
