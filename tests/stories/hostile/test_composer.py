"""Hostile text on every screen of the composer: shown as text, and nothing of the draft is lost."""

import asyncio

import pytest

from bot.playground.person import Person
from bot.stories.model import LONGEST
from bot.stories.shown import clean
from bot.stories.telling.drafts import Draft
from tests.stories.hostile.payloads import HALVES, LINKS, NAMES, stories
from tests.stories.hostile.watch import Watch, typed, worked_off
from tests.stories.journey import receipt_on, words
from tests.stories.newsroom import Newsroom

PATIENCE = 30.0
STEPS = ("tags", "nickname", "company", "who")
SCREENS = (
    "story:go:text", "story:go:words", "story:go:words:2", "story:go:alarms", "story:go:before",
    "story:go:before:2", "story:go:overview", "story:go:masks:2", "story:go:masks",
)  # fmt: skip


async def at_the_text(author: Person, room: Newsroom) -> None:
    say = words(room, "en")
    await author.send("/story")
    for data in ("story:go:who", "story:who:customer", "story:sector:telecom", "story:go:nickname"):
        await author.press_data(data)
    author.sees_button("Skip")
    await author.press(say("Skip ›"))
    await author.press(say("Skip ›"))


async def draft(room: Newsroom, author: Person) -> Draft:
    drafts = room.bot.features.stories._telling.drafts
    kept = await room.bot.database.writer.run(
        lambda connection: drafts.load(connection, author.id, room.clock())
    )
    assert kept is not None
    return kept


async def type_(room: Newsroom, author: Person, text: str, *, edits: int | None = None) -> None:
    room.playground.telegram.inject(typed(author, text, edits=edits))
    await worked_off(room)
    await author.refresh()


async def test_every_text_on_every_screen(room: Newsroom, watch: Watch) -> None:

    async def tell(name: str, text: str) -> None:
        author = room.reader()
        await at_the_text(author, room)
        await type_(room, author, text)
        for data in SCREENS:
            await author.press_data(data, within=PATIENCE)
        kept = await draft(room, author)
        assert kept.text == clean(text), name
        await author.press_data("story:agree", within=PATIENCE)
        receipt = receipt_on(author)
        await author.press("✅ Send", within=PATIENCE)
        assert receipt_on(author) == receipt, name

    await asyncio.gather(*(tell(name, text) for name, text in stories().items()))
    await watch.nothing_went_wrong()


async def test_every_name_on_every_screen(room: Newsroom, watch: Watch) -> None:
    names = (*NAMES, *LINKS[::3], *HALVES, "x" * 10_000, "\u3164", "\u2060", "a,b,c,d,e,f,g,h")
    authors = [room.reader() for _ in range(8)]

    async def name_it(place: int) -> None:
        author = authors[place]
        await at_the_text(author, room)
        for name in names[place :: len(authors)]:
            for step in STEPS:
                await author.press_data(f"story:go:{step}", within=PATIENCE)
                await type_(room, author, name)
        await author.press_data("story:go:overview", within=PATIENCE)

    await asyncio.gather(*map(name_it, range(len(authors))))
    for author in authors:
        kept = await draft(room, author)
        assert "\u3164" not in {kept.nickname, kept.company, *kept.tags}
        assert (kept.teller, kept.sector) == ("customer", "telecom")
    await watch.nothing_went_wrong()


async def test_ten_thousand_characters(room: Newsroom, watch: Watch) -> None:
    """In one message, in one more than fits, in many, and in an edit."""
    author = room.reader()
    await at_the_text(author, room)
    await type_(room, author, "word " * 2_000)
    author.sees(f"{LONGEST:,}")
    assert (await draft(room, author)).parts == ()
    await author.send("A beginning that stays. " * 10)
    first = next(m for m in author.messages if m.get("text", "").startswith("A beginning"))
    before = (await draft(room, author)).text
    await type_(room, author, "more " * 2_000)
    await type_(room, author, "edit " * 2_000, edits=first["message_id"])
    assert (await draft(room, author)).text == before
    for _ in range(100):
        room.playground.telegram.inject(typed(author, "A hundred of a hundred characters. " * 3))
    await worked_off(room)
    kept = await draft(room, author)
    assert kept.text.startswith(before)
    assert LONGEST - 200 < len(kept.text) <= LONGEST
    await watch.nothing_went_wrong()


@pytest.mark.parametrize("half", HALVES, ids=range(len(HALVES)))
async def test_halves_of_emoji(room: Newsroom, watch: Watch, half: str) -> None:
    author = room.reader()
    await at_the_text(author, room)
    await type_(room, author, half + " They kept me waiting for hours and hours and hours." * 3)
    assert "They kept me waiting" in (await draft(room, author)).text
    for data in SCREENS:
        await author.press_data(data)
    await watch.nothing_went_wrong()
