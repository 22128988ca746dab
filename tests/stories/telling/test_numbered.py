"""Words by number, and numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.telling.numbered import LONGEST_WORD, small, typed_numbers, words_of


@given(st.text(max_size=200))
def test_words_hold_everything_but_white_space(text: str) -> None:
    words = [text[start:end] for start, end in words_of(text)]
    assert "".join(words) == "".join(text.split())
    assert all(0 < len(word) <= LONGEST_WORD for word in words)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("4", {4}),
        ("4 7-9", {4, 7, 8, 9}),
        (" 4, 7 – 9; 12. ", {4, 7, 8, 9, 12}),
        ("1-1", {1}),
    ],
)
def test_numbers_and_ranges(typed: str, numbers: set[int]) -> None:
    assert typed_numbers(typed, 20) == frozenset(numbers)


@pytest.mark.parametrize("typed", ["", "0", "21", "9-7", "4 x", "4-", "-4", "1-21", "٤", "9" * 99])
def test_anything_else_is_no_number(typed: str) -> None:
    assert typed_numbers(typed, 20) is None


@given(st.text("0123456789 ,-–;.x", max_size=60), st.integers(1, 3_000))
def test_whatever_is_typed_names_words_that_are_there(typed: str, most: int) -> None:
    assert all(1 <= number <= most for number in typed_numbers(typed, most) or ())


def test_small_digits() -> None:
    assert small(1024) == "¹⁰²⁴"
