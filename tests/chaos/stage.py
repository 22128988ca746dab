"""People, a local Telegram, and a bot that is killed again and again; and what must be true then."""

import asyncio
import contextlib
import random
import signal
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, select, text
from sqlalchemy.exc import OperationalError

from bot.playground.floods import UNLIMITED
from bot.playground.server import Playground
from bot.playground.transcript import from_bot
from bot.settings import load_settings
from bot.storage.tables import inbox, owed, set_aside, updates
from tests.chaos.oracle import Ledger, Oracle, look, oracle_of, state_of
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
    playground: Playground
    bot: BotProcess
    oracle: Oracle
    ledger: Ledger
    walkers: list[Walker]
    plan: Plan
    reader: Engine
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
        await self.oracle.catch_up()
        loop = asyncio.get_running_loop()
        end = loop.time() + self.patience
        while (left := self.differences()) and self.bot.alive:
            if loop.time() > end:
                raise LeftOverError("\n".join([*left, self._last_words()]))
            await asyncio.sleep(0.02)

    def differences(self) -> list[str]:
        """Between what is and what a bot that never stopped would have left."""
        waiting = self.playground.telegram.pending_updates
        if waiting:
            return [f"{waiting} updates were not acknowledged"]
        try:
            with self.reader.connect() as connection:
                return [*self._rows(connection), *self._states(connection), *self._screens()]
        except OperationalError as error:
            return [str(error)]

    def _rows(self, connection: Connection) -> list[str]:
        taken = list(connection.scalars(select(updates.c.update_id)))
        missing = {raw["update_id"] for raw in self.ledger.sent} ^ set(taken)
        left = {
            table.name: len(connection.execute(select(table)).all())
            for table in (inbox, owed, set_aside)
        }
        said = [f"{count} rows in {name}" for name, count in left.items() if count]
        return [*said, f"not taken, or never sent: {missing}"] if missing else said

    def _states(self, connection: Connection) -> list[str]:
        found = state_of(connection, self.oracle.vault)
        expected = self.oracle.state
        return [
            f"{name} should be {expected[name]} and is {rows}"
            for name, rows in found.items()
            if expected[name] != rows
        ]

    def _screens(self) -> list[str]:
        chats = self.playground.telegram.registry.chats
        shown = {
            chat: next(filter(from_bot, reversed(chats[chat].messages.values())), {})
            for chat in self.oracle.looks
        }
        return [
            f"{chat} should see {looks[0]} and sees {look(shown[chat])}"
            for chat, looks in self.oracle.looks.items()
            if look(shown[chat]) not in looks
        ]

    def _last_words(self) -> str:
        return Path(self.plan.log).read_text()[-LOG_SHOWN:]

    def integrity(self) -> str:
        with self.reader.connect() as connection:
            return str(connection.scalar(text("PRAGMA integrity_check")))


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
            yield Stage(playground, bot, oracle, ledger, walkers, plan, reader)
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
