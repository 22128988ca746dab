"""Receipts as people type and paste them."""

import re

from bot.stories.keys import typed_receipt

_AMID_WORDS = re.compile(r"\D*(\d[\d\s.\-_–—]*\d)\D*")
SECRET_DIGITS = 8


def receipt_in(text: str) -> str | None:
    """The 16 digits, also amid words such as those of a saved message; None with any other digit."""
    match = _AMID_WORDS.fullmatch(text)
    return typed_receipt(match[1]) if match else None


def count_digits(text: str) -> int:
    """Digits of any script."""
    return sum(sign.isdigit() for sign in text)


def may_be_receipt(text: str) -> bool:
    """Whether so much of a receipt stands there that it must not stay in the chat."""
    return count_digits(text) >= SECRET_DIGITS
