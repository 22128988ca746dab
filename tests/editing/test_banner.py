"""The strip on the playground's page, in a real browser."""

from playwright.async_api import Page, expect

from tests.journeys import test_browser as phone
from tests.world import World

pytestmark = phone.pytestmark
browser, page = phone.browser, phone.page


async def test_a_broken_change_stays_on_the_page_until_a_good_one(page: Page, world: World) -> None:
    strip = page.get_by_test_id("banner")
    await page.get_by_test_id("start").click()
    await expect(strip).to_be_hidden()
    line = "templates/guides/small.yaml:3: <b>why</b>"
    world.playground.notices.tell("broken", "small.yaml: not served", [line])
    await expect(strip).to_contain_text("small.yaml: not served")
    await expect(strip).to_contain_text(line)
    await page.reload()
    await expect(strip).to_contain_text(line)
    world.playground.notices.tell("fine", "small.yaml: served")
    await expect(strip).to_be_hidden()
    await expect(page.get_by_test_id("toast")).to_have_text("small.yaml: served")


async def test_a_closed_notice_stays_closed(page: Page, world: World) -> None:
    strip = page.get_by_test_id("banner")
    await page.get_by_test_id("start").click()
    world.playground.notices.tell("waiting", "small.yaml: served in English", ["one text"])
    await strip.get_by_role("button").click()
    await expect(strip).to_be_hidden()
    await page.get_by_test_id("composer").fill("/settings")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("Language")
    await expect(strip).to_be_hidden()
