"""What admins press and readers get, in a real browser on a phone's width, in each language."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.playground import Playground
from bot.playground.transcript import labels, words_of
from tests.broadcasts.studio import studio
from tests.journeys.test_browser import PHONE, browser, needs_chromium
from tests.stories.journey import words
from tests.stories.test_looks import keep

__all__ = ["browser"]
pytestmark = [pytest.mark.browser, needs_chromium]
NEWS = {
    "en": "From Monday the registry takes mobile numbers too. It costs nothing.",
    "it": "Da lunedì il registro accetta anche i cellulari. Non costa nulla.",
    "pl": "Od poniedziałku do rejestru można wpisać także komórki. To nic nie kosztuje.",
}


@pytest.mark.parametrize("code", ["en", "it", "pl"])
async def test_a_broadcast_and_the_admins_pages(
    playground: Playground, tmp_path: Path, browser: Browser, code: str
) -> None:
    admin = playground.person("admin", language=code)
    async with studio(playground, tmp_path, admin) as made:
        say = words(made, code)
        page = await browser.new_page(viewport=PHONE, device_scale_factor=2)
        await page.goto(playground.url)
        reader, *_ = await made.readers(3, language=code)
        await admin.send("/broadcast")
        await keep(page, admin, f"broadcast-{code}-1-draft")
        await admin.press(say("📝 Message"))
        await admin.send(NEWS[code])
        await keep(page, admin, f"broadcast-{code}-2-message")
        await admin.press_data("bc:see:who")
        await keep(page, admin, f"broadcast-{code}-3-audience")
        await admin.press_data("bc:see:home")
        await admin.press(say("🧪 Test to myself"))
        await admin.until("✓")
        copy = next(one for one in admin.messages if labels(one) == [[say("🔕 Fewer messages")]])
        assert words_of(copy) == NEWS[code]
        await keep(page, admin, f"broadcast-{code}-4-test")
        await admin.press(say("‹ To the draft"))
        await admin.press(say("📣 Send …"))
        await keep(page, admin, f"broadcast-{code}-5-sure")
        number = await made.newest()
        await admin.press(say("✅ Send it"))
        await made.becomes(number, "done")
        await keep(page, reader, f"broadcast-{code}-6-reader")
        await reader.press(say("🔕 Fewer messages"))
        await keep(page, reader, f"broadcast-{code}-7-fewer")
        await admin.press_data(f"bc:{number}:see")
        await keep(page, admin, f"broadcast-{code}-8-report")
        await reader.send("/start opt_out")
        await made.bot.features.statistics.board.look()
        await admin.send("/stats")
        await keep(page, admin, f"broadcast-{code}-9-stats")
        await admin.send("/admin")
        await keep(page, admin, f"broadcast-{code}-a-admin")
        await admin.press(say("👥 Roles"))
        await keep(page, admin, f"broadcast-{code}-b-roles")
