"""A channel, its moderators, authors, and a bot that dies of what they press."""

import asyncio
import contextlib
import random
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.playground.floods import UNLIMITED
from bot.playground.person import Person
from bot.playground.server import Playground
from bot.storage.vault import Vault
from bot.stories.keys import Keys
from tests.chaos.content import content
from tests.chaos.process import BotProcess, bot_process, plan_for
from tests.chaos.stories.cast import Press
from tests.chaos.stories.channel import Rooms
from tests.chaos.stories.checker import Checker
from tests.chaos.stories.rows import at_work
from tests.chaos.zygote import Plan
from tests.stories.journey import Words
from tests.world import TOKEN

GIVEN_SECONDS = 20.0
LOG_SHOWN = 3000
SECRET = "s" * 40


@dataclass(frozen=True)
class Kill:
    """When the bot comes to `point` for the `count`-th time after a press whose data begins with
    `since`, or after the point of that name.
    """

    point: str
    since: str = ""
    count: int = 1


@dataclass
class Deed:
    """Presses made at once; those `after` are made when the bot is dead of the others."""

    presses: list[Press]
    after: list[Press] = field(default_factory=list)


@dataclass
class Scene:
    """Both moderators are in their chat, and no settings name them."""

    playground: Playground
    bot: BotProcess
    plan: Plan
    checker: Checker
    moderators: tuple[Person, Person]
    say: Words
    rng: random.Random
    patience: float = GIVEN_SECONDS

    async def live(self, kill: Kill | None = None) -> None:
        """From a start to a rest."""
        plan = replace(self.plan, **vars(kill)) if kill else self.plan
        self.cue(given=False)
        await self.bot.start(plan)
        await self.rest()

    async def die(self, kill: Kill, deed: Callable[["Scene"], Awaitable[Deed]]) -> None:
        """The deed is prepared with a bot that lives, and kills it; some press again then."""
        await self.live(kill)
        done = await deed(self)
        assert self.bot.alive, self.last_words()
        self.cue(given=True)
        await self.make(done.presses)
        await self._until(lambda: not self.bot.alive, kill)
        assert self.bot.code == -signal.SIGKILL, self.last_words()
        self.checker.note_death()
        again = [press for press in done.presses if self.rng.random() < 0.5]
        await self.make([*again, *done.after])

    async def make(self, presses: list[Press]) -> None:
        await asyncio.gather(*(press.make() for press in presses))

    async def rest(self) -> None:
        """Until nothing is left to do. The bot lives."""
        await self._until(lambda: not self._left(), "rest")

    async def stop(self) -> None:
        assert await self.bot.stop() == 0

    def cue(self, *, given: bool) -> None:
        """Whether what comes to the bot from now on counts."""
        file = Path(self.plan.cue)
        if given:
            file.touch()
        else:
            file.unlink(missing_ok=True)

    def last_words(self) -> str:
        return Path(self.plan.log).read_text()[-LOG_SHOWN:]

    def _left(self) -> list[str]:
        assert self.bot.alive, self.last_words()
        waiting = self.playground.telegram.pending_updates
        try:
            left = at_work(self.checker.database)
        except sqlite3.Error as error:
            return [str(error)]
        return [*left, f"{waiting} updates"] if waiting else left

    async def _until(self, reached: Callable[[], bool], what: object) -> None:
        end = time.monotonic() + self.patience
        while not reached():
            if time.monotonic() > end:
                left = self._left() if self.bot.alive else []
                raise AssertionError(f"{what} never came: {left}\n{self.last_words()}")
            await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def scene(folder: Path, seed: str, *, broken: str = "") -> AsyncIterator[Scene]:
    """`broken` names the guard that is taken out of all its lives."""
    playground = Playground(token=TOKEN, limits=UNLIMITED)
    await playground.start()
    moderators = playground.person("admin"), playground.person("moderator")
    channel, office = (
        playground.room(kind, kind, moderators[0], members=[moderators[1]])
        for kind in ("channel", "supergroup")
    )
    rooms = Rooms(playground.telegram, channel, office)
    playground.telegram.fault = rooms.count
    plan = plan_for(playground, folder, "polling")
    given = {"channel_id": channel, "moderation_chat_id": office, "moderation_hours": "always"}
    cue = str(folder / "cue")
    plan = replace(plan, settings=plan.settings | given, broken=broken, cue=cue, hurried=True)
    database = folder / f"bot-{TOKEN.partition(':')[0]}.db"
    checker = Checker(database, Keys(Vault(plan.settings["secret_key"])), rooms)
    say = Words(content().library.languages["en"])
    try:
        async with bot_process() as bot:
            yield Scene(playground, bot, plan, checker, moderators, say, random.Random(seed))
    finally:
        await playground.stop()
