"""A text without its disguises, and the way back: which code points each character came from.

Zero-width characters and direction marks go, full-width digits become digits, odd spaces
and dashes plain ones. What is masked already becomes one mark that no rule can match.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.stories.redaction.labels import LABEL

MASKED = "\N{OBJECT REPLACEMENT CHARACTER}"
MARKS = "\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff"
# All but the letters, digits and signs that stay as they are.
ODD = re.compile(rf"{LABEL.pattern}|[^{MARKS}][{MARKS}]+|[^ -_a-~\nÀ-ÖØ-öø-\u017e]", re.DOTALL)
PLAIN = {
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032`\u00b4", "'"),
    **dict.fromkeys("\r\u2028\u2029\x0b\x0c\x85", "\n"),
    "\t": " ",
    MASKED: " ",
}
INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Mn", "Me"})


@dataclass(frozen=True)
class Folded:
    """`text[i]` came from `starts[i]` up to `ends[i]` of the text as given."""

    text: str
    low: str
    starts: list[int]
    ends: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        return self.starts[start], self.ends[end - 1]

    def masked(self, start: int, end: int) -> "Folded":
        """The same with one mark in place of `start` to `end`."""
        return self.replaced([(start, end)])

    def replaced(self, spans: list[tuple[int, int]]) -> "Folded":
        """The same with a mark in place of each span; they are sorted and apart."""
        text, low, starts, ends, done = [], [], list[int](), list[int](), 0
        for start, end in spans:
            text += [self.text[done:start], MASKED]
            low += [self.low[done:start], MASKED]
            starts += [*self.starts[done:start], self.starts[start]]
            ends += [*self.ends[done:start], self.ends[end - 1]]
            done = end
        return Folded(
            "".join([*text, self.text[done:]]),
            "".join([*low, self.low[done:]]),
            starts + self.starts[done:],
            ends + self.ends[done:],
        )


def fold(text: str) -> Folded:
    pieces, starts, ends, done = list[str](), list[int](), list[int](), 0
    for match in ODD.finditer(text):
        first, last = match.span()
        piece = _plain(match[0])
        pieces += [text[done:first], piece]
        starts += [*range(done, first), *[first] * len(piece)]
        ends += [*range(done + 1, first + 1), *[last] * len(piece)]
        done = last
    plain = "".join([*pieces, text[done:]])
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(_lower(char) for char in plain)
    return Folded(plain, low, starts, ends)


def _plain(odd: str) -> str:
    """What stands for a label, for a letter with its marks, or for one odd character."""
    if odd[0] == "[" and LABEL.fullmatch(odd):
        return MASKED
    base = _folded(odd[0])
    if len(odd) == 1 or not base:
        return base
    return unicodedata.normalize("NFC", base + odd[1:])[: len(base)]


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if char.isascii() and char >= " ":
        return char if char != "`" else "'"
    if char in PLAIN:
        return PLAIN[char]
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category in INVISIBLE and char != "\n":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    plain = unicodedata.normalize("NFKC", char)
    return PLAIN.get(plain, plain.replace(MASKED, " "))


@lru_cache(maxsize=4096)
def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char
