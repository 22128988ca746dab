"""People, a local Telegram, and a bot that is killed again and again."""

import asyncio
import contextlib
import random
import signal
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import create_engine

from bot.playground.floods import UNLIMITED
from bot.playground.server import Playground
from bot.settings import load_settings
from tests.chaos.checker import Checker
from tests.chaos.oracle import Ledger, oracle_of
from tests.chaos.process import BotProcess, bot_process, plan_for
from tests.chaos.walks import Flooder, Walker, act
from tests.chaos.zygote import Plan
from tests.world import TOKEN

CROWD = (Walker, Walker, Walker, Walker, Walker, Flooder)
GIVEN_SECONDS = 20.0
TURNS_AT_MOST = 60
LOG_SHOWN = 3000
Kill = tuple[str, int]


class LeftOverError(AssertionError):
    """What is not as it would be had the bot never stopped."""


@dataclass
class Stage:
    bot: BotProcess
    plan: Plan
    walkers: list[Walker]
    checker: Checker
    patience: float = GIVEN_SECONDS

    async def walk(self, turns: int) -> None:
        """The bot lives meanwhile."""
        await self.bot.start(self.plan)
        await self._come_to_rest()
        for _ in range(turns):
            await self._turn()
            await self._come_to_rest()
        assert await self.bot.stop() == 0

    async def survive(self, kills: Sequence[Kill], *, broken: str = "") -> None:
        """The bot dies each of these deaths, in order, while people use it.

        Raises LeftOverError when something is not as it should be in a pause between two of them.
        """
        for point, count in kills:
            await self.bot.start(replace(self.plan, point=point, count=count, broken=broken))
            await self._live()
            assert self.bot.code == -signal.SIGKILL
        await self.bot.start(replace(self.plan, broken=broken))
        await self._come_to_rest()
        assert await self.bot.stop() == 0

    async def _live(self) -> None:
        for _ in range(TURNS_AT_MOST):
            await self._come_to_rest()
            if not self.bot.alive:
                return
            await self._turn()
        raise AssertionError(f"The bot never came to its end: {self.plan}")

    async def _turn(self) -> None:
        await asyncio.gather(*(walker.turn() for walker in self.walkers))

    async def _come_to_rest(self) -> None:
        """Until everything is answered, or the bot is dead."""
        await self.checker.oracle.catch_up()
        loop = asyncio.get_running_loop()
        end = loop.time() + self.patience
        while (left := self.checker.differences()) and self.bot.alive:
            if loop.time() > end:
                raise LeftOverError("\n".join([*left, self._last_words()]))
            await asyncio.sleep(0.02)

    def _last_words(self) -> str:
        return Path(self.plan.log).read_text()[-LOG_SHOWN:]


@contextlib.asynccontextmanager
async def stage(
    folder: Path, intake: str, seed: str, kinds: Sequence[type[Walker]] = CROWD
) -> AsyncIterator[Stage]:
    playground = Playground(token=TOKEN, limits=UNLIMITED, webhook_pause=0.02)
    ledger = Ledger()
    playground.telegram.updates = ledger
    await playground.start()
    plan = plan_for(playground, folder, intake)
    apart = {**plan.settings, "data_dir": folder / "oracle"}
    database = folder / f"bot-{TOKEN.partition(':')[0]}.db"
    reader = create_engine(f"sqlite:///file:{database}?mode=ro&uri=true")
    try:
        settings = load_settings(**apart, _env_file=None)
        async with oracle_of(settings, ledger) as oracle, bot_process() as bot:
            walkers = await _walkers(playground, kinds, random.Random(seed))
            checker = Checker(playground.telegram, ledger, oracle, reader)
            yield Stage(bot, plan, walkers, checker)
    finally:
        reader.dispose()
        await playground.stop()


async def _walkers(
    playground: Playground, kinds: Sequence[type[Walker]], rng: random.Random
) -> list[Walker]:
    """Each has said hello, so that there is a message whose buttons can be pressed."""
    walkers = [kind(playground.person(), random.Random(rng.random())) for kind in kinds]
    for walker in walkers:
        await act(walker.person, ("/start opt_out",), None)
    return walkers
