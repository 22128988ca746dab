"""Long texts cut between words, into pages that fit a message."""

import re
from collections.abc import Iterator

from bot.stories.shown import clean
from bot.texts.html import utf16_length

PAGE_UNITS = 2_200
LONGEST_WORD = 300
_PIECE = re.compile(rf"\S{{1,{LONGEST_WORD}}}\s*")
_MADE_LONGER = re.compile(r"[.:@#$/]")  # a joiner that nobody sees goes beside each of these


def pages_of(text: str, most: int = PAGE_UNITS) -> list[str]:
    """One at least; each of at most `most` UTF-16 units when it is shown."""
    text = clean(text)
    if 3 * len(text) <= most:  # no sign takes more, with what goes beside it
        return [text]
    pages, length = [""], 0
    for piece, units in _pieces(text):
        if length + units > most and length:
            pages.append("")
            length = 0
        pages[-1] += piece
        length += units
    return [page.strip() for page in pages]


def beginning(text: str, most: int) -> tuple[str, bool]:
    """Its first words, and whether there are more; an ellipsis says so."""
    first, *more = pages_of(text, most)
    return (f"{first} …" if more else first), bool(more)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    for found in _PIECE.finditer(text):
        piece = found[0]
        yield piece, utf16_length(piece) + len(_MADE_LONGER.findall(piece))
