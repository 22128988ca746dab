"""Receipts as people type them; look-alikes are none, and leave the chat all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.keys import spaced
from bot.stories.receipts.typed import may_be_receipt, receipt_in

RECEIPT = "1234567890123456"


@pytest.mark.parametrize(
    "text",
    [
        RECEIPT,
        "1234 5678 9012 3456",
        "1234-5678-9012-3456",
        " 1234 5678\n9012\N{NO-BREAK SPACE}3456 ",
        "🧾 Your receipt: 1234 5678 9012 3456. Keep it!",
    ],
)
def test_a_receipt_is_read_however_it_is_typed(text: str) -> None:
    assert receipt_in(text) == RECEIPT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456789012345",
        "12345678901234567",
        "1234 5678 9012 3456 7",
        "1 1234 5678 9012 3456",
        "1234 5678 and 9012 3456",
        "１２３４５６７８９０１２３４５６",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦",
        "123456789012345６",
        "123456789012345²",
        "O234567890123456",
        "abcdefghijklmnop",
        "1234567890123456\N{COMBINING ENCLOSING KEYCAP}9",
        "0x12345678901234",
    ],
)
def test_look_alikes_are_no_receipts(text: str) -> None:
    assert receipt_in(text) is None


def test_what_holds_half_of_one_may_be_a_receipt() -> None:
    assert may_be_receipt("12345678901234567")
    assert may_be_receipt("١٢٣٤٥٦٧٨٩")
    assert not may_be_receipt("they called at 10:30")


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_what_is_shown_can_be_typed(digits: str) -> None:
    assert receipt_in(spaced(digits)) == digits


@given(st.text())
def test_no_text_fails_and_what_is_found_is_sixteen_plain_digits(text: str) -> None:
    found = receipt_in(text)
    assert found is None or (len(found) == 16 and found.isascii() and found.isdigit())
    assert found is None or may_be_receipt(text)
