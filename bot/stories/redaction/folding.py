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
COMBINING = re.compile("[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]")
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
    chars, starts, ends = list[str](), list[int](), list[int]()
    for start, end, piece in _clusters(text):
        for char in piece:
            chars.append(char)
            starts.append(start)
            ends.append(end)
    low = "".join(_lower(char) for char in chars)
    return Folded("".join(chars), low, starts, ends)


def _clusters(text: str) -> list[tuple[int, int, str]]:
    result, done = [], 0
    for label in LABEL.finditer(text):
        result += _plain(text, done, label.start())
        result.append((label.start(), label.end(), MASKED))
        done = label.end()
    return result + _plain(text, done, len(text))


def _plain(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    result = [(at, at + 1, _folded(text[at])) for at in range(start, end)]
    if text.isascii() or not COMBINING.search(text, start, end):
        return result
    return _composed(text, result)


def _composed(text: str, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    result: list[tuple[int, int, str]] = []
    for start, end, piece in pieces:
        if result and COMBINING.match(text, start) and result[-1][2]:
            first, _, base = result[-1]
            result[-1] = first, end, unicodedata.normalize("NFC", base + text[start])[: len(base)]
        else:
            result.append((start, end, piece))
    return result


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
