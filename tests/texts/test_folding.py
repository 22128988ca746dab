"""Folded words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.folding import fold, folded_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Żółć", "zolc"),
        ("  Perché\u00a0NO ", "perche no"),
        ("３／１１", "3/11"),
        ("l’altro", "l'altro"),
        ("Straße", "strasse"),
        ("é", "e"),
    ],
)
def test_case_accents_and_widths_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_letters_and_digits() -> None:
    assert folded_words("📱 Télé-phone n.2️⃣!") == ["tele", "phone", "n", "2"]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
