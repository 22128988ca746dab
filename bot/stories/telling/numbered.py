"""The words of a text by their numbers, and numbers as people type them: "4 7-9"."""

import re

from bot.stories.telling.drafts import Span

LONGEST_WORD = 24
_WORD = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
_ONE = r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?"
_NUMBERS = re.compile(_ONE, re.ASCII)
_LIST = re.compile(rf"{_ONE}(?:[\s,;.]+{_ONE})*", re.ASCII)
_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def words_of(text: str) -> tuple[Span, ...]:
    """Spans of what white space parts; the n-th one has the number n + 1."""
    return tuple(match.span() for match in _WORD.finditer(text))


def small(number: int) -> str:
    return str(number).translate(_SMALL)


def typed_numbers(text: str, most: int) -> frozenset[int] | None:
    """The numbers from 1 to `most`, ranges spelled out; None for anything else."""
    typed = text.strip(" \t\n,;.")
    if not _LIST.fullmatch(typed):
        return None
    found: set[int] = set()
    for match in _NUMBERS.finditer(typed):
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            return None
        found.update(range(first, last + 1))
    return frozenset(found)
