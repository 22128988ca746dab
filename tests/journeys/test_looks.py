"""Somebody with an aim, in each language, to the outcome; pictures of it on a phone's width."""

import asyncio

import pytest
from playwright.async_api import Browser

from tests.journeys.test_browser import PHONE, SCREENSHOTS, browser, needs_chromium
from tests.world import World

__all__ = ["browser"]
pytestmark = [pytest.mark.browser, needs_chromium]
COUNTRY = {"en": "GB", "it": "IT", "pl": "PL"}

# By guide: presses as a person's buttons carry them, or what is typed.
WAYS = {
    "prepare": [
        "sector:energy", "urgent:none", "purpose:bill", "have:+paper", "have:+code", "have:!",
    ],
    "brief": [
        "ACME", "4471 0092", "since:/", "tried:+restart", "tried:!", "want:repair", "SENTENCE",
    ],
    "opt_out": ["where:mobile", "who:contract"],
    "escalate": [
        "sector:telecom", "cut:no", "complaint:written", "reply:none", "sent_on:=2026-11-10",
    ],
}  # fmt: skip

SENTENCES = {
    "en": "my line has been dead since Monday and nobody called back",
    "it": "la linea non va da lunedì e nessuno mi ha richiamato",
    "pl": "od poniedziałku nie działa internet i nikt nie oddzwonił",
}

# Where there is a register, it is asked about.
REGISTERS = {("opt_out", "en"): ["registered:out"], ("opt_out", "it"): ["registered:out"]}


@pytest.mark.parametrize("language", COUNTRY)
@pytest.mark.parametrize("guide", WAYS)
async def test_a_guide_to_its_outcome(
    world: World, browser: Browser, guide: str, language: str
) -> None:
    person = world.person(language=language, name="Ada")
    await person.send("/start")
    await person.press_data(f"settings:country:{COUNTRY[language]}")
    await person.send(f"/start {guide}")
    steps = [*WAYS[guide], *REGISTERS.get((guide, language), [])]
    for number, step in enumerate(steps, start=1):
        before = person.text, person.buttons
        if ":" in step:
            await person.press_data(f"g:{guide}:{step}")
        else:
            await person.send(SENTENCES[language] if step == "SENTENCE" else step)
        assert (person.text, person.buttons) != before, step
        if number == len(steps) - 1:
            await _keep(world, browser, f"{guide}-{language}-1-question")
    await _keep(world, browser, f"{guide}-{language}-2-outcome")


async def test_the_ladder_is_a_picture_with_a_text_twin(world: World, browser: Browser) -> None:
    person = world.person(language="it", name="Ada")
    await person.send("/start")
    await person.press_data("settings:country:IT")
    await person.send("/start escalate")
    for step in WAYS["escalate"]:
        await person.press_data(f"g:escalate:{step}")
    await person.press("Tutti i passi")
    twin = person.text
    await person.tap("Come immagine")
    async with asyncio.timeout(10):
        while "photo" not in person.messages[-2]:
            await asyncio.sleep(0.05)
            await person.refresh()
    assert person.text == twin
    await _keep(world, browser, "escalate-it-3-ladder")


async def _keep(world: World, browser: Browser, name: str) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.goto(world.playground.url)
    await page.get_by_test_id("message").last.wait_for()
    await page.wait_for_timeout(300)
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"{name}.png")
    await page.close()
