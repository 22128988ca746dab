"""Choices answered by typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.typed import read_choice

LABELS = {"mobile": "📱 Mobile phone", "fixed": "Telefono fisso", "odd": "Żółty", "two": "2"}


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("mobile phone", "mobile"),
        ("  MOBILE   phone!", "mobile"),
        ("📱 Mobile phone", "mobile"),
        ("zolty", "odd"),
        ("1", "mobile"),
        ("3.", "odd"),
        ("3️⃣", "odd"),
        ("2", "two"),
        ("4)", "two"),
        ("5", None),
        ("0", None),
        ("mobile", None),
        ("", None),
        ("🔥", None),
        ("9" * 5000, None),
        ("²", "two"),
    ],
)
def test_a_label_or_its_number(text: str, choice: str | None) -> None:
    assert read_choice(text, LABELS) == choice


def test_two_equal_labels_are_no_answer() -> None:
    assert read_choice("same", {"a": "Same", "b": "same"}) is None


@given(st.text())
def test_only_choices_come_out(text: str) -> None:
    assert read_choice(text, LABELS) in {None, *LABELS}
