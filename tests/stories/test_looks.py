"""Stories in a real browser on a phone's width, in each language; pictures of every kind of screen."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from bot.playground import Playground
from bot.playground.person import Person
from tests.journeys.test_browser import PHONE, SCREENSHOTS, browser, needs_chromium
from tests.stories.journey import send, words, write
from tests.stories.newsroom import Newsroom, newsroom
from tests.stories.test_journey import TEXTS, card

__all__ = ["browser"]
pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.mark.parametrize("code", ["en", "it", "pl"])
async def test_a_story_from_every_side(
    playground: Playground, tmp_path: Path, browser: Browser, code: str
) -> None:
    async with newsroom(playground, tmp_path, language=code) as room:
        say, text = words(room, code), TEXTS[code][0]
        author = room.reader(language=code, name="Ada")
        page = await browser.new_page(viewport=PHONE, device_scale_factor=2)
        await page.goto(playground.url)
        await author.send("/story")
        await keep(page, author, f"story-{code}-1-welcome")
        await write(author, say, text)
        await keep(page, author, f"story-{code}-2-masked")
        receipt = await send(author, say)
        await keep(page, author, f"story-{code}-3-sent")
        await card(room)
        await keep(page, room.moderator, f"story-{code}-4-card", room.office)
        await room.moderator.press(say("✅ Publish"), chat=room.office)
        await room.shows(room.channel, "#1")
        await keep(page, author, f"story-{code}-5-post", room.channel)
        await read(page, room, code)
        await author.send(f"/receipt {receipt}")
        await keep(page, author, f"story-{code}-8-receipt")
        await author.send("/policy")
        await keep(page, author, f"story-{code}-9-policy")


async def read(page: Page, room: Newsroom, code: str) -> None:
    reader = room.reader(language=code, name="Bruno")
    await reader.send("/stories")
    await keep(page, reader, f"story-{code}-6-lists")
    await reader.send("/start story_1")
    await reader.press("👍")
    await reader.press(words(room, code)("🖼 Image"))
    await keep(page, reader, f"story-{code}-7-story")


async def keep(page: Page, person: Person, name: str, chat: int | None = None) -> None:
    """A picture of the chat as that person sees it."""
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.evaluate(
        "([who, chat]) => { location.hash = `${who}/${chat}`; }",
        [person.id, chat or person.id],
    )
    await page.reload()
    await page.get_by_test_id("message").last.wait_for()
    await page.screenshot(path=SCREENSHOTS / f"{name}.png")
