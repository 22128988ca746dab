"""Text that redaction let through, on every screen where anybody but its author sees it."""

import asyncio
from collections.abc import Iterable

from bot.playground.person import Person
from bot.stories.model import LONGEST_NOTE, Kind
from bot.stories.shown import JOINER
from tests.stories.hostile.desk import PATIENCE, decide, raw, receipt, send
from tests.stories.hostile.payloads import LINKS, MARKUP, stories
from tests.stories.hostile.watch import Watch, cards_are_drawn, typed, worked_off
from tests.stories.newsroom import Newsroom

PANELS = (
    "words:0",
    "words:1",
    "back",
    "tags",
    "back",
    "reject",
    "back",
    "page:1",
    "page:2",
    "links:0",
)
READING = (
    "stories:feelings:{0}:new:a:0:1", "stories:more:{0}:new:a:0:1",
    "stories:why:{0}:new:a:0:1", "stories:talk:0:{0}:new:a:0:1", "stories:notes:0:{0}:new:a:0:1",
    "stories:keep:{0}:new:a:0:1", "stories:open:kept:a", "stories:image:{0}:new:a:0:1",
)  # fmt: skip


async def read(room: Newsroom, number: int, screens: Iterable[str]) -> str:
    """Its whole text, and other screens that a reader can open of it."""
    reader = room.reader()
    await reader.send(f"/start story_{number}", within=PATIENCE)
    pages = [reader.text]
    while any("»" in label for row in reader.buttons for label in row):
        await reader.press("»", within=PATIENCE)
        pages.append(reader.text)
    for data in screens:
        await reader.press_data(data.format(number), within=PATIENCE)
    return "\n".join(pages)


async def test_stories(room: Newsroom, watch: Watch) -> None:
    told = [raw(text, place=place) for place, text in enumerate(stories().values())]
    await send(room, *told)
    for place, one in enumerate(told):
        await decide(room, one, *(PANELS if place < 4 else ("links:1", "links:0")), "publish")
    await room.shows(room.channel, f"#{len(told)}", within=PATIENCE)
    shown = await asyncio.gather(
        *(read(room, n + 1, READING if n < 4 else READING[-2:]) for n in range(len(told)))
    )
    for one, pages in zip(told, shown, strict=True):
        start = comparable(one.body.text)[:1500]
        assert all(part in comparable(pages) for part in (start[:100], start[-100:]))
    await room.settle()
    await watch.nothing_went_wrong()


async def test_notes(room: Newsroom, watch: Watch) -> None:
    """Comments, replies and corrections under a story."""
    texts = [text[:LONGEST_NOTE] for text in stories().values()]
    await send(room, plain := raw("They hung up on me, twice, and then they called me back. " * 3))
    await decide(room, plain, "publish")
    kinds = (Kind.COMMENT, Kind.REPLY, Kind.CORRECTION)
    notes = [raw(text, kinds[place % 3], 1, place) for place, text in enumerate(texts)]
    await send(room, *notes)
    for one in notes:
        await decide(room, one, "words:0", "back", "publish")
    reader = room.reader()
    await reader.send("/start story_1")
    for what in ("talk", "notes"):
        await reader.press_data(f"stories:{what}:0:1:alone:o:0:1")
        while any("Next" in label for row in reader.buttons for label in row):
            await reader.press("Next")
    await watch.nothing_went_wrong()


async def test_what_was_sought_in_vain(room: Newsroom, watch: Watch) -> None:
    reader = room.reader()
    await reader.send("/stories t.me/evil", within=PATIENCE)
    for text in (*LINKS[::4], *MARKUP[:3], *stories().values()):
        await search(room, reader, text[:4000])
    await watch.nothing_went_wrong()


async def test_questions_reasons_and_answers(room: Newsroom, watch: Watch) -> None:
    """What moderators type is shown to authors as text, and what these answer to moderators."""
    texts = [MARKUP[7], *(text[:500] for text in stories().values())][:7]
    asked = [raw(f"Story {place}: they hung up on me. " * 9) for place, _ in enumerate(texts)]
    for one, text in zip(asked, texts, strict=True):
        await send(room, one)
        await decide(room, one, "ask")
        await answer_the_prompt(room, text)
        author = room.reader()
        await author.send(f"/receipt {receipt(one)}", within=PATIENCE)
        await author.press("💬 Answer", within=PATIENCE)
        room.playground.telegram.inject(typed(author, text))
        await worked_off(room)
        for data in ("story:go:words", "story:go:before", "story:go:masks", "story:agree"):
            await author.press_data(data, within=PATIENCE)
        await author.press_data("story:deliver", within=PATIENCE)
        await cards_are_drawn(room)
        await decide(room, one, "own_words")
        await answer_the_prompt(room, text)
        await author.send(f"/receipt {receipt(one)}", within=PATIENCE)
        author.sees("did not take it")
    await watch.nothing_went_wrong()


async def answer_the_prompt(room: Newsroom, text: str) -> None:
    """A reply of the moderator to the bot's newest message in their chat."""
    await room.moderator.refresh(room.office)
    prompt = room.moderator.last
    update = typed(room.moderator, text, reply_to_message=prompt)
    update["message"]["chat"] = prompt["chat"]
    room.playground.telegram.inject(update)
    await worked_off(room)
    await cards_are_drawn(room)


async def search(room: Newsroom, reader: Person, text: str) -> None:
    await reader.press_data("stories:search:o", within=PATIENCE)
    room.playground.telegram.inject(typed(reader, text))
    await worked_off(room)


def comparable(text: str) -> str:
    return "".join(text.replace(JOINER, "").split())
