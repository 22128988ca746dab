"""What people do while the bot dies: they walk a guide, type, change settings, are forgotten."""

import asyncio
import itertools
import random
from collections.abc import Sequence

from bot.playground.person import Person

# What begins with = is a press of that data, anything else is typed.
AGAIN = "=g:opt_out:where:0!"
OPENINGS = (
    ("/start opt_out", AGAIN),
    (AGAIN,),
    ("=settings:country:IT", "/start opt_out", AGAIN),
    ("/start opt_out", AGAIN, "2", "=g:opt_out:who:<", "=g:opt_out:where:>", AGAIN),
    ("/settings", "=settings:language", "=settings:lang:it", "/start opt_out", AGAIN),
    ("=settings:lang:pl:menu", "=settings:country:GB", "=settings:country:IT", "/start opt_out"),
    ("/settings", "=settings:zone", "rome", "=settings:zone:Europe/Warsaw", "/start opt_out", AGAIN),
    ("/forget", "=forget:yes", "/start opt_out"),
    # Each rating of a new walk counts one more.
    ("=settings:country:PL", "/start opt_out", AGAIN, "1", "2", "=useful:opt_out:plan:yes", AGAIN),
    ("=g:opt_out:where:paper", "=g:opt_out:where:*GB", "/help", "=here", "/cancel", "=forged", AGAIN),
)  # fmt: skip
# A typed number answers the question on the screen: done twice it answers the next one, too.
ANSWERS = (("1",), ("2",), ("1", "2"), ("2", "1"), ("3",), ("1", "Hidden or strange number"))
FLOOD = ("/menu", "=help", "hello", "/start opt_out", "1", AGAIN)


class Walker:
    """Turns by turns an opening and some answers, the last ones always answers."""

    def __init__(self, person: Person, rng: random.Random) -> None:
        self.person, self._rng = person, rng
        self._opened = False

    async def turn(self) -> None:
        steps = self._rng.choice(ANSWERS if self._opened else OPENINGS)
        self._opened = not self._opened
        await act(self.person, steps, self._rng)


class Flooder(Walker):
    """More at once than what waits in memory."""

    async def turn(self) -> None:
        steps = [*self._rng.choices(FLOOD, k=self._rng.randrange(12, 30)), AGAIN, "2"]
        await act(self.person, steps, None)


class Stepper(Walker):
    """One step a turn: the guide anew, then one answer, and so on."""

    def __init__(self, person: Person, rng: random.Random) -> None:
        super().__init__(person, rng)
        self._steps = itertools.cycle(("=settings:country:IT", "/start opt_out", AGAIN, "1"))

    async def turn(self) -> None:
        await act(self.person, (next(self._steps),), None)


async def act(person: Person, steps: Sequence[str], rng: random.Random | None) -> None:
    """Without waiting for answers; with pauses such as quick fingers make, if `rng` is given."""
    for step in steps:
        if step.startswith("="):
            await person.tap_data(step[1:])
        else:
            await person.post(step)
        if rng is not None:
            await asyncio.sleep(rng.choice((0, 0, 0.01, 0.03)))
