"""Somebody on a phone, in a real browser, on the chat page."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

from tests.world import World

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
PHONE: ViewportSize = {"width": 390, "height": 844}
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"),
    reason="NO BROWSER TESTS: install Chromium to run them",
)
pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("Chromium is missing: .ci/run installs it")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser: Browser, world: World) -> Page:
    world.person(name="Ada")
    page = await browser.new_page(viewport=PHONE, device_scale_factor=2)
    page.set_default_timeout(10_000)
    await page.goto(world.playground.url)
    return page


def newest(page: Page) -> Locator:
    return page.get_by_test_id("message").last


async def press(page: Page, label: str) -> None:
    """Presses the button on the newest message that has it, and waits until it was answered."""
    button = page.locator(f'[data-testid="button"][data-label*="{label}"]').last
    await button.click()
    await expect(page.locator('[data-testid="button"][aria-busy="true"]')).to_have_count(0)


async def say(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


async def keep(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"{name}.png")


async def test_walking_opt_out_in_italian(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await expect(newest(page)).to_contain_text("Galateo")
    await keep(page, "browser-1-start")

    await press(page, "Italiano")
    await expect(page.locator('[data-label*="Basta chiamate"]')).to_be_visible()
    await press(page, "Basta chiamate")
    await press(page, "sul cellulare")
    await press(page, "Italia")
    await press(page, "Un'altra azienda")
    await keep(page, "browser-2-question")
    await press(page, "No, non ancora")
    await expect(newest(page)).to_contain_text("registro", ignore_case=True)
    await keep(page, "browser-3-outcome")
    outcome = await newest(page).inner_text()

    await press(page, "Cambia una risposta")
    await keep(page, "browser-4-answers")
    await press(page, "Un'altra azienda")
    await press(page, "Numero nascosto o strano")
    await expect(newest(page)).not_to_have_text(outcome)
    changed = await newest(page).inner_text()
    await keep(page, "browser-5-changed")

    await page.reload()
    await expect(newest(page)).to_have_text(changed, use_inner_text=True)
    await press(page, "Indietro")
    await press(page, "No, non ancora")
    await expect(newest(page)).to_contain_text("registro", ignore_case=True)
    await keep(page, "browser-6-after-reload")


async def test_a_button_of_an_old_message_still_works(page: Page, world: World) -> None:
    await page.get_by_test_id("start").click()
    await press(page, "Stop the calls")
    await press(page, "mobile")
    await press(page, "Italy")
    old = str(await newest(page).get_attribute("data-message-id"))
    # The call that takes the keyboard off the old message gets lost.
    (ada,) = world.playground.telegram.registry.people
    refused = "Bad Request: message can't be edited"
    world.playground.telegram.fail_next("editMessageReplyMarkup", ada, 400, refused)
    await say(page, "thanks a lot")
    await expect(newest(page)).to_contain_text("Please press one of the buttons")

    message = page.locator(f'[data-message-id="{old}"]')
    await message.locator('[data-label="A recorded voice"]').click()
    await expect(newest(page)).not_to_have_attribute("data-message-id", old)
    await expect(newest(page)).to_contain_text("registro", ignore_case=True)
    await expect(message.get_by_test_id("button")).to_have_count(0)
    await keep(page, "browser-7-old-message")
