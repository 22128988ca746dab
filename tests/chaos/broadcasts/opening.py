"""What is there before the first life, and what the admin does in it."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.playground import FloodLimits, Person, Playground
from bot.storage.database import Database
from tests.broadcasts.sending.broadcaster import database_of
from tests.broadcasts.sending.crowd import readers, without_pauses
from tests.broadcasts.sending.rows import add_people, person_row
from tests.chaos.broadcasts.campaign import Campaign
from tests.chaos.broadcasts.checker import Checker
from tests.chaos.broadcasts.witness import Witness
from tests.chaos.process import bot_process, plan_for
from tests.chaos.zygote import Plan
from tests.size import LONG
from tests.world import TOKEN

NEWS, OTHER = "News", "Other news"
PATIENCE, LOG_SHOWN = 20.0, 3000
LATENCY = 0.05 if LONG else 0.02


@contextlib.asynccontextmanager
async def campaign(
    folder: Path, count: int, rate: float, *, broken: str = ""
) -> AsyncIterator[Campaign]:
    """The bot lives; three readers in a hundred have blocked it. `broken` names the guard that is
    taken out of all its lives.
    """
    playground = Playground(token=TOKEN, latency=LATENCY, limits=FloodLimits(overall=rate))
    chats = readers(playground, count)
    witness = Witness(playground, frozenset(chats))
    await playground.start()
    admin = playground.person("admin")
    admin.patience = PATIENCE
    plan = plan_for(playground, folder, "polling")
    given = {"admin_ids": str(admin.id), "messages_per_second": rate}
    plan = replace(plan, settings=plan.settings | given, broken=broken, lively=True)
    await _prepare(folder, admin.id, chats)
    checker = Checker(playground.telegram, chats, admin.id, rate)
    try:
        async with bot_process() as bot, without_pauses():
            play = Campaign(playground, bot, plan, database_of(folder), admin, witness, checker)
            await play.live()
            yield play
    except AssertionError as error:
        error.add_note(last_words(plan))
        raise
    finally:
        await playground.stop()


def last_words(plan: Plan) -> str:
    return Path(plan.log).read_text()[-LOG_SHOWN:]


async def _prepare(folder: Path, admin: int, chats: list[int]) -> None:
    """All are awake day and night; the admin gets nothing of what others get."""
    rows = [person_row(one, quiet_from=0, quiet_to=0) for one in chats]
    rows.append(person_row(admin, subscriptions=0))
    database = Database.open(f"sqlite:///{database_of(folder)}")
    await database.writer.run(partial(add_people, rows=rows))
    await database.close()


async def begin(admin: Person) -> None:
    """Composed, tested and sent."""
    await admin.send("/broadcast")
    await admin.press("📝 Message")
    await admin.send(NEWS)
    await admin.press_data("bc:see:home")
    await admin.press("🧪 Test to myself")
    await admin.until("That is what everybody gets")
    await admin.press("‹ To the draft")
    await admin.press("📣 Send …")
    await admin.press("✅ Send it")


async def correct(admin: Person) -> None:
    await admin.press_data("bc:1:correct")
    await admin.send(OTHER)


async def recall(admin: Person) -> None:
    await admin.tap_data("bc:1:recall:yes")
