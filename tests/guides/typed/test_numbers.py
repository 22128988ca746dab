"""Numbers as people type them."""

import math

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.typed import read_number


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("5", "en", 5),
        ("1.234,5", "it", 1234.5),
        ("1,234.5", "en", 1234.5),
        ("1,234.5", "it", 1234.5),
        ("1.234", "it", 1234),
        ("1.234", "en", 1.234),
        ("1,234", "it", 1.234),
        ("1,234", "en", 1234),
        ("12,5", "en", 12.5),
        ("12.50 €", "it", 12.5),
        ("€12", "en", 12),
        ("$ 1 234", "en", 1234),
        ("1\u00a0234,50 zł", "pl", 1234.5),
        ("ok. 20 zł", "pl", 20),
        ("circa 20 euro.", "it", 20),
        ("20eur", "en", 20),
        ("-5", "en", -5),
        ("−5", "en", -5),
        ("1.234.567", "en", 1234567),
        ("1'234.50", "en", 1234.5),
        (".5", "en", 0.5),
        ("１２", "en", 12),
        ("5,", "it", 5),
    ],
)
def test_the_usual_spellings(text: str, language: str, number: float) -> None:
    assert read_number(text, language) == number


@pytest.mark.parametrize(
    "text",
    ["", "+", "twenty", "12 34", "5 6", "5-6", "--5", "1.2.3", "1e5", "٣", "inf", "nan", "9" * 41,
     "1.234,567.8", "1,2,3", "5 apples", "12:30", "½", "€"],
)  # fmt: skip
def test_nonsense_is_no_number(text: str) -> None:
    assert read_number(text, "en") is None


@given(st.decimals(-999_999, 999_999, places=2), st.sampled_from(["en", "it", "pl"]))
def test_amounts_as_babel_writes_them_are_read_back(amount: float, language: str) -> None:
    text = format_decimal(amount, format="#,##0.00", locale=language)
    assert read_number(f"{text} €", language) == float(amount)


@given(st.text(max_size=50), st.sampled_from(["en", "it", "pl"]))
def test_what_is_read_is_finite(text: str, language: str) -> None:
    found = read_number(text, language)
    assert found is None or math.isfinite(found)
