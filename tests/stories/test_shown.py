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
    "tg://resolve",
    "a@b.it",
]
NEVER = ["/start", "#tag", "$TAG", "192.0.2.7", "i❤.ws", "evil\u0301.com", "пример.рф", "ton://x"]


@pytest.mark.parametrize("text", LIVE)
def test_what_telegram_would_link_is_broken_without_being_seen(text: str) -> None:
    shown = author_html(f"look {text} there", links=False)
    assert text not in shown
    assert shown.replace(JOINER, "") == f"look {text} there"
    assert author_html(text, links=True) == text


@pytest.mark.parametrize("text", NEVER)
def test_what_is_on_no_moderators_list_of_links_stays_broken(text: str) -> None:
    for links in (True, False):
        shown = author_html(f"look {text} there", links=links)
        assert text not in shown
        assert shown.replace(JOINER, "") == f"look {text} there"


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
    for letter, mark in (("z", "\u0301"), ("ก", "็"), ("ש", "\u05bc")):
        assert clean(letter + mark * 40) == letter + mark * 3
    assert clean("z" + "\u0301\u0301\u0301\u200d" * 9) == "z\u0301\u0301\u0301\u200d"


def test_fillers_and_towers_of_empty_lines_go() -> None:
    assert clean("a\u3164\u2800\U000e0100\uffff b") == "a b"
    assert clean("a" + "\n \t\n" * 20 + "b\u2029c") == "a\n\nb\nc"


@given(st.text())
def test_any_text_is_escaped_and_cleaning_twice_changes_nothing(text: str) -> None:
    shown = author_html(text, links=False)
    assert "<" not in shown
    assert html.unescape(shown).replace(JOINER, "") == clean(text)
    assert clean(clean(text)) == clean(text)
