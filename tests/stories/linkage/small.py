"""A small run at the office: a dozen people, thirty-two stories, one release, some of it published."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from random import Random

from sqlalchemy import select

from bot.storage.backup import back_up
from bot.storage.story_tables import story_texts
from tests.stories.linkage.evidence import Evidence, seize
from tests.stories.linkage.identity import markers_in
from tests.stories.linkage.office import SECRET, Office, Visitor, office
from tests.stories.linkage.telling import send, throw_away, write
from tests.stories.linkage.truth import Fate, Truth, told_by

PEOPLE, STORIES, PUBLISHED, WITHDRAWN = 12, 32, 12, 3
FIRST_PERSON = 7_000_000_001


def small_run(
    folder: Path, sealed: list[bytes], *, seed: int = 1, at_once: bool = False
) -> tuple[Evidence, Truth]:
    """`sealed`: where all that is encrypted comes to stand; `at_once`: cards go out as stories come."""
    truth = Truth(SECRET, sealed=sealed)
    random = Random(seed)
    with office(folder / "data", random) as there:
        visitors = [Visitor(there, FIRST_PERSON + 1009 * index) for index in range(PEOPLE)]
        truth.people = {visitor.id for visitor in visitors}
        asyncio.run(_tell(there, visitors, truth, random, at_once=at_once))
        there.release()
        there.publish(PUBLISHED)
        _settle(there, truth)
        asyncio.run(back_up(f"sqlite:///{folder / 'data' / 'bot.db'}", folder / "backup.db"))
        return seize(folder / "data", folder / "backup.db", SECRET), truth


async def _tell(
    there: Office, visitors: Iterable[Visitor], truth: Truth, random: Random, *, at_once: bool
) -> None:
    """Each tells one or two in a row, a day in between; the last one never comes to an end."""
    numbers = iter(random.sample(range(4096), 4 * STORIES))
    *tellers, hesitant = visitors
    one, text = told_by(hesitant.id, next(numbers), random)
    await write(hesitant, text, random)
    truth.unsent.append(one)
    while True:
        for teller in tellers:
            for _ in range(random.randint(1, 2)):
                one, text = told_by(teller.id, next(numbers), random)
                await write(teller, text, random)
                if random.random() < 0.2:
                    await throw_away(teller)
                    truth.gave_up(one)
                    continue
                truth.sent(one, await send(teller), batch=0)
                if at_once:
                    there.release()
                if len(truth.told) == STORIES:
                    return
            if random.random() < 0.5:
                await teller.send("/guide")
        there.clock.pass_(hours=20)


def _settle(there: Office, truth: Truth) -> None:
    fates: dict[str, Fate] = {}
    for number, text in there.connection.execute(select(story_texts.c.number, story_texts.c.text)):
        fate = Fate.GONE if number <= WITHDRAWN else Fate.PUBLISHED
        fates |= dict.fromkeys(markers_in(text), fate)
    there.connection.commit()
    for number in range(1, WITHDRAWN + 1):
        there.withdraw(number)
    truth.settle(fates)
