"""Shouting in writing: words in capitals, rows of exclamation marks, drawn-out vowels."""

import re

from bot.guides.coach.phrases import Phrases
from bot.guides.coach.said import Said, Token

LOUD_IN_A_ROW = 3
LOUD_IF_MOST = 2
_SIGNS = re.compile(r"[!?]{3,}")
_DRAWN_OUT = re.compile(r"([aeiouyąęóàèéìòù])\1{3,}", re.IGNORECASE)


def is_shouting(said: Said, names: Phrases) -> bool:
    """One word in capitals is stress, `names` are always written so: three in a row are loud.

    Where nearly everything is in capitals, two are enough.
    """
    if any("!" in signs for signs in _SIGNS.findall(said.text)) or _DRAWN_OUT.search(said.text):
        return True
    named = list(names.places_in(said))
    row = longest = loud = 0
    letters = quiet = 0
    for token in said.tokens:
        word = said.text[token.start : token.end]
        if not _counts(token, word, named):
            continue
        is_loud = word.isupper()
        row = row + 1 if is_loud else 0
        longest, loud = max(longest, row), loud + is_loud
        letters, quiet = letters + len(word), quiet + len(word) * (not is_loud)
    return longest >= LOUD_IN_A_ROW or (loud >= LOUD_IF_MOST and quiet * 2 < letters)


def _counts(token: Token, word: str, named: list[tuple[int, int]]) -> bool:
    """Numbers, single letters and names say nothing about the voice."""
    if len(word) == 1 or not word.isalpha():
        return False
    return not any(start <= token.start < end for start, end in named)
