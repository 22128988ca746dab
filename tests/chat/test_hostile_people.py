"""What people press and type who want to break something: each stays where they are."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.guides.codes import decode
from bot.guides.context import Context
from bot.guides.conversation import RefusedError
from bot.guides.presses import pressed
from bot.playground.server import Playground
from bot.storage.tables import people
from tests.chat.hostile_words import HOSTILE_TEXTS, codes_of
from tests.chat.siege import Siege, batches, nothing_went_wrong, siege
from tests.size import sized
from tests.ways import go, walks

Json = dict[str, Any]
pytestmark = pytest.mark.hostile
PRESSES, TEXTS, BATCH = sized(1_000, short=5), sized(1_000, short=5), 500
MOVING = ("menu", "settings", "forget:yes")


async def test_forged_presses_at_ones_own_screen(playground: Playground, tmp_path: Path) -> None:
    """People in front of every kind of question press what no guide would let them press there."""
    async with siege(playground, tmp_path, "polling", seed=3) as under:
        crowd = await _at_every_kind_of_question(under)
        states = {person: _but_the_screen(under, person) for person in crowd}
        forged = {person: _forbidden(under, person) for person in crowd}
        for turns in batches(itertools.islice(itertools.cycle(crowd), PRESSES), BATCH):
            for person in turns:
                playground.telegram.inject(_press(person, next(forged[person])))
            await under.has_worked_everything_off()
        assert {person: _but_the_screen(under, person) for person in crowd} == states
        assert await under.set_aside() == 0
        await nothing_went_wrong(under)


def _forbidden(under: Siege, person: int) -> Iterator[str]:
    """First every code of every guide, then anything, as far as it would move nobody here."""
    library, kept = under.bot.content.library, under.kept_of(person)
    context = Context("IT", under.world.clock().date(), library.facts)
    near = [code for guide in library.guides.values() for code in codes_of(guide, context)]
    for data in itertools.chain(near, (under.forger.words.data() for _ in itertools.count())):
        press = decode(data)
        if press is None or press.guide not in library.guides:
            if data and not data.startswith(MOVING):
                yield data
        elif press.guide in kept and press.kind not in {"open", "country"}:
            try:
                pressed(library.guides[press.guide], kept[press.guide], context, press)
            except RefusedError:
                yield data


def _press(person: int, data: str) -> Json:
    user = {"id": person, "is_bot": False, "first_name": "W", "language_code": "en"}
    message = {"message_id": 5, "date": 1, "chat": {"id": person, "type": "private"}}
    query = {"id": "1", "from": user, "message": message, "chat_instance": "1", "data": data}
    return {"callback_query": query}


def _but_the_screen(under: Siege, person: int) -> dict[str, list[Any]]:
    """Each refused press shows the same screen anew, in another message."""
    place = [column.name for column in people.columns].index("screen_id")
    state = under.state(person)
    return {**state, "people": [(*row[:place], *row[place + 1 :]) for row in state["people"]]}


async def test_anything_typed_anywhere(playground: Playground, tmp_path: Path) -> None:
    """Well-formed updates: not one may fail, and each screen must be one that Telegram takes."""
    async with siege(playground, tmp_path, "polling", seed=4) as under:
        crowd = await _at_every_kind_of_question(under)
        random = (under.forger.words.text() for _ in itertools.count())
        texts = itertools.islice(itertools.chain(HOSTILE_TEXTS * 3, random), TEXTS)
        for number, (text, person) in enumerate(zip(texts, itertools.cycle(crowd), strict=False)):
            playground.telegram.inject(_message(person, text))
            if number % BATCH == 0:
                await under.is_answered()
        await under.has_worked_everything_off()
        assert await under.set_aside() == 0
        await nothing_went_wrong(under)


async def _at_every_kind_of_question(under: Siege) -> list[int]:
    """Somebody in front of each kind of question of each guide, and of the time zones."""
    library = under.bot.content.library
    context = Context("IT", under.world.clock().date(), library.facts)
    crowd, kinds = [], set()
    for guide in library.guides.values():
        for node_id, _, way in walks(guide, context):
            question = guide.questions.get(node_id)
            kind = question.kind if question else "outcome"
            if (guide.id, kind) not in kinds:
                kinds.add((guide.id, kind))
                crowd.append(await _newcomer(under, "settings:country:IT", *way))
    crowd += [await _newcomer(under, "settings:zone"), await _newcomer(under)]
    await under.has_worked_everything_off()
    return crowd


async def _newcomer(under: Siege, *way: str) -> int:
    person = under.world.person()
    await person.send("/start")
    for step in way:
        await (go(person, (step,)) if not step.startswith("settings") else person.press_data(step))
    return person.id


def _message(person: int, text: str) -> Json:
    user = {"id": person, "is_bot": False, "first_name": "C", "language_code": "it"}
    chat = {"id": person, "type": "private"}
    return {"message": {"message_id": 7, "date": 1, "from": user, "chat": chat, "text": text}}
