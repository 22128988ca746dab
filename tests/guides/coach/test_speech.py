"""Words and seconds of speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.coach import seconds, words


@pytest.mark.parametrize(
    ("text", "count", "lasting"),
    [
        ("", 0, 0),
        ("- … !", 0, 0),
        ("one", 1, 1),
        ("I don't know: it's 5 o'clock – really.", 7, 3),
        ("word " * 32, 32, 13),
        ("word " * 150, 150, 60),
    ],
)
def test_how_long_a_text_takes(text: str, count: int, lasting: int) -> None:
    assert (words(text), seconds(text)) == (count, lasting)


@given(st.text(), st.text())
def test_more_text_never_takes_less_time(one: str, other: str) -> None:
    assert words(f"{one} {other}") == words(one) + words(other)
    assert seconds(f"{one} {other}") >= max(seconds(one), seconds(other))
