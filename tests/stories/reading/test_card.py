"""The picture of a story: text stays text, and Telegram takes its size."""

import struct
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.stories.model import StoryState
from bot.stories.reading.sharing import CARD_PARAGRAPHS, CARD_UNITS, card_data
from bot.stories.reading.store import Story
from bot.texts.documents import picture
from tests.stories.reading.reader import CARD, languages

LINK = "https://t.me/galateo_bot?start=story_17"
MARKUP = '#set page(fill: red)\n= Title\n*bold* _it_ $x^2$ `code` @ref <label> \\u{41} #eval("1")'


def story(text: str, *, company: str = "", nickname: str = "", tags: tuple[str, ...] = ()) -> Story:
    return Story(
        17, "en", "customer", "telecom", StoryState.OPEN, date(2026, 11, 22), 3, 5, 0, None,
        text=text, nickname=nickname, company=company, tags=tags,
    )  # fmt: skip


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("language", ["en", "it", "pl"])
def test_a_card_says_number_text_tags_company_and_link(language: str) -> None:
    data = card_data(story("Short.", company="Acme", tags=("x",)), languages()[language], LINK)
    assert data["number"] == "#17"
    assert data["text"] == "Short."
    assert "Acme" in data["who"]
    assert data["tags"] == ["x"]
    assert data["more"] == ""
    assert data["address"] == LINK.removeprefix("https://")
    width, height = size(picture(CARD, data))
    assert width == 800
    assert 200 < height < 800


def test_a_long_story_is_begun_and_says_so() -> None:
    data = card_data(story("Many words indeed. " * 300), languages()["en"], LINK)
    assert data["more"]
    assert len(data["text"]) <= CARD_UNITS + 2
    assert size(picture(CARD, data))[1] < 2_000


def test_markup_of_typst_is_text() -> None:
    """Run as markup it would have failed (`@ref`), or coloured the page."""
    data = card_data(story(MARKUP), languages()["en"], LINK)
    assert data["text"] == MARKUP
    assert size(picture(CARD, data))[0] == 800


@pytest.mark.parametrize("text", ["a\n" * 3_000, "x" * 6_000, "W " * 3_000, "\n" * 50])
def test_no_text_makes_a_tower(text: str) -> None:
    data = card_data(story(text, nickname="W" * 24, company="W" * 40), languages()["en"], LINK)
    assert data["text"].count("\n") <= CARD_PARAGRAPHS
    width, height = size(picture(CARD, data))
    assert width == 800
    assert height < 4_000


@hypothesis_settings(max_examples=15)
@given(st.text(max_size=300))
def test_any_text_can_be_drawn(text: str) -> None:
    size(picture(CARD, card_data(story(text), languages()["pl"], "")))
