"""The policy is short enough for a phone, in each language, and leads back to where one was."""

import pytest

from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.html import visible
from bot.texts.language import LANGUAGES, load_languages

LONGEST = 3_000


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_policy_is_short_and_has_a_heading_each_paragraph(code: str) -> None:
    catalogues = load_catalogues(locales_folder(None))
    text = load_languages(catalogues, templates_folder(None))[code].page("policy")
    title, *paragraphs = text.split("\n\n")
    assert "<b>" in title
    assert len(paragraphs) == 10
    assert all(paragraph.startswith("<b>") for paragraph in paragraphs)
    assert len(visible(text)) < LONGEST
