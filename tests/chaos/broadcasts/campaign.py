"""A broadcast to many, and a bot that dies of it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from signal import SIGKILL

from bot.playground import Person, Playground
from tests.chaos.broadcasts.checker import Allowed, Checker, Cut
from tests.chaos.broadcasts.rows import Rows, is_over, read, read_of_the_dead
from tests.chaos.broadcasts.witness import Witness
from tests.chaos.process import BotProcess
from tests.chaos.zygote import Plan

GIVEN_SECONDS, MOMENT = 60.0, 0.002
LOOKS, PAUSE_SECONDS = 30, 0.1


class LostError(AssertionError):
    """Somebody got it twice, or the rows say what is not so, or it does not go on."""


@dataclass(frozen=True)
class Death:
    """When `count` calls have come in all lives together, and `seconds` later; or when a life comes
    to `point` for the `count`-th time.
    """

    count: int
    seconds: float = 0.0
    point: str = ""


@dataclass
class Campaign:
    """Nobody presses anything between a death and the end."""

    playground: Playground
    bot: BotProcess
    plan: Plan
    database: Path
    admin: Person
    witness: Witness
    checker: Checker
    patience: float = GIVEN_SECONDS

    async def live(self, death: Death | None = None) -> None:
        plan = replace(self.plan, point=death.point, count=death.count) if death else self.plan
        self.witness.forget()
        await self.bot.start(plan)

    async def die(self, method: str, death: Death) -> None:
        """In the life that there is, or in a new one, while it makes calls of that method."""
        if not self.bot.alive:
            await self.live(death if death.point else None)
        if not death.point:
            await self._until(lambda: self.witness.begun[method] >= death.count, death)
            await asyncio.sleep(death.seconds)
            assert self.bot.alive
            await self.bot.stop(SIGKILL)
        await self._until(lambda: not self.bot.alive, death)
        assert self.bot.code == -SIGKILL
        self.checker.cuts.append(await self._cut(method))

    async def end(self, allowed: Allowed) -> Rows:
        """By itself. Raises LostError with all that is wrong then; the bot lives."""
        if not self.bot.alive:
            await self.live()
        await self._until(lambda: is_over(self.database), "its end", PAUSE_SECONDS)
        for _ in range(LOOKS):
            rows = read(self.database)
            if not (wrong := self.checker.complaints(rows, allowed)):
                return rows
            await asyncio.sleep(PAUSE_SECONDS)
        raise LostError("\n".join(wrong))

    async def stop(self) -> None:
        assert await self.bot.stop() == 0

    async def _cut(self, method: str) -> Cut:
        """What came to the server before the death takes effect after it, too."""
        answered = self.witness.answered_of(method)
        rows = read_of_the_dead(self.database, self.database.parent / "dead")
        came = await self.witness.settled(method)
        return Cut(rows.away, rows.away & answered, rows.away & came - answered)

    async def _until(
        self, reached: Callable[[], bool], what: object, seconds: float = MOMENT
    ) -> None:
        """Looks every so many seconds: Telegram stands still meanwhile."""
        end = time.monotonic() + self.patience
        while not reached():
            if time.monotonic() > end:
                tally = dict(read(self.database).tally)
                raise LostError(f"{what} never came: {tally}")
            await asyncio.sleep(seconds)
