"""Author's text is shown as text: nothing live, nothing hidden."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.shown import JOINER, author_html, clean

LIVE = [
    "t.me/spam",
    "https://evil.example/x",
    "@some_bot",
    "/start",
    "#tag",
    "tg://resolve",
    "a@b.it",
]


@pytest.mark.parametrize("text", LIVE)
def test_what_telegram_would_link_is_broken_without_being_seen(text: str) -> None:
    shown = author_html(f"look {text} there", links=False)
    assert text not in shown
    assert shown.replace(JOINER, "") == f"look {text} there"
    assert author_html(text, links=True) == text


@pytest.mark.parametrize(
    "text", ["29.90 € a month", "I waited... and then.", "24/7", "3.5 stars", "e/o"]
)
def test_what_is_no_link_stays_as_it_is(text: str) -> None:
    assert author_html(text, links=False) == text


def test_direction_and_zero_width_tricks_go_and_emoji_stay() -> None:
    assert (
        clean("pay\u202epal \u200bfr\u2060ee\u200d \x00👩\u200d💻 \u2066x\u2069")
        == "paypal free 👩\u200d💻 x"
    )


def test_piled_accents_are_cut() -> None:
    assert clean("z" + "\u0301" * 40) == "z" + "\u0301" * 3


@given(st.text())
def test_any_text_is_escaped_and_cleaning_twice_changes_nothing(text: str) -> None:
    shown = author_html(text, links=False)
    assert "<" not in shown
    assert html.unescape(shown).replace(JOINER, "") == clean(text)
    assert clean(clean(text)) == clean(text)
