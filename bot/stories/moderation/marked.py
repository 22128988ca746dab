"""An author's text with its marks as Telegram HTML, page by page."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.stories.moderation.hints import Mark, Sign
from bot.stories.shown import JOINER, author_html
from bot.texts.html import escape, utf16_length

PAGE_UNITS = 3_000
TAGS = {Sign.MASKED: "code", Sign.HINT: "u", Sign.INSULT: "b"}
_RANK = list(Sign)


def plain_of(text: str) -> str:
    """The text as it is seen: what marks are counted in."""
    return _shown(text).replace(JOINER, "")


def _shown(text: str) -> str:
    return html.unescape(author_html(text, links=False))


@dataclass(frozen=True)
class Marked:
    """`signs` has a sign, or None, for each character of `shown`, whose links are not live."""

    shown: str
    signs: Sequence[Sign | None]

    def count(self, sign: Sign) -> int:
        """How many stretches bear that sign."""
        return sum(one is sign for one, _ in groupby(self.signs))

    def pages(self) -> list[tuple[int, int]]:
        return pages(self.shown, PAGE_UNITS)

    def html(self, start: int, end: int) -> str:
        """That part: escaped, each stretch in at most one tag."""
        return "".join(
            _tagged(self.shown[places[0] : places[-1] + 1], sign)
            for sign, stretch in groupby(range(start, end), self.signs.__getitem__)
            if (places := list(stretch))
        )


def marked(text: str, marks: Iterable[Mark]) -> Marked:
    """`marks` count characters of `plain_of(text)`."""
    shown = _shown(text)
    of_plain: list[Sign | None] = [None] * (len(shown) - shown.count(JOINER))
    for mark in sorted(marks, key=lambda mark: _RANK.index(mark.sign)):
        end = min(mark.end, len(of_plain))
        of_plain[mark.start : end] = [mark.sign] * max(0, end - mark.start)
    signs: list[Sign | None] = []
    place = 0
    for letter in shown:
        signs.append(signs[-1] if letter == JOINER and signs else _at(of_plain, place))
        place += letter != JOINER
    return Marked(shown, signs)


def pages(text: str, limit: int) -> list[tuple[int, int]]:
    """Parts that cover the text, each of at most `limit` UTF-16 units; they end between words.

    A text without words is one empty part.
    """
    parts: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _end(text, start, limit)
        parts.append((start, end))
        start = end
    return parts or [(0, 0)]


def _end(text: str, start: int, limit: int) -> int:
    """After the last line, else the last word, of the second half of what fits."""
    end = min(len(text), start + limit)
    while utf16_length(text[start:end]) > limit:
        end -= max(1, (utf16_length(text[start:end]) - limit) // 2)
    if end == len(text):
        return end
    half = start + (end - start) // 2
    for sign in ("\n", " "):
        found = text.rfind(sign, half, end)
        if found >= 0:
            return found + 1
    return end


def _at(signs: Sequence[Sign | None], place: int) -> Sign | None:
    return signs[place] if place < len(signs) else None


def _tagged(text: str, sign: Sign | None) -> str:
    tag = TAGS[sign] if sign else ""
    return f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)
