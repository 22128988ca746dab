"""What somebody said, cut into folded words that remember where they stood and where clauses begin."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.texts.folding import fold

# `don't` and `you'll` are one word, `dell'azienda` is two.
WORD = re.compile(r"[^\W_]+(?:['’‘`][^\W_]{1,2}(?![^\W_]))*")
SENTENCE = re.compile(r"[^.!?…;\n]+[.!?…;]*")
_QUOTED = re.compile(r'"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»|„[^”“\n]{1,200}[”“]')
_STOP = re.compile(r"[.!?;:…\n]")
_PAUSE = re.compile(r"[,()–—]| -")

STOP, PAUSE, JOIN = ".", "|", "&"


@dataclass(frozen=True)
class Token:
    """`sign` is STOP, PAUSE or JOIN where a clause begins at the word, else empty."""

    word: str
    start: int
    end: int
    sign: str


class Said:
    """`plain`: the folded words with a space after each, a sign before those that begin a clause."""

    def __init__(self, text: str, joiners: Collection[str] = ()) -> None:
        self.text = text
        self.tokens = tuple(_tokens(text, joiners))
        self._starts: list[int] = []
        plain = " "
        for token in self.tokens:
            plain += f"{token.sign} " if token.sign else ""
            self._starts.append(len(plain))
            plain += f"{token.word} "
        self.plain = plain

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from `start` to `end` of `plain` stand in the text."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.tokens[first].start, self.tokens[after - 1].end

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(match.group().strip() for match in SENTENCE.finditer(self.text))


def own_words(text: str) -> str:
    """What is quoted is not said by the person: blanked, unless nothing else would be left."""
    rest = _QUOTED.sub(lambda quoted: "." + " " * (len(quoted.group()) - 1), text)
    return rest if WORD.search(rest) else text


def _tokens(text: str, joiners: Collection[str]) -> Iterator[Token]:
    sign, end = STOP, 0
    for match in WORD.finditer(text):
        word = fold(match.group()).replace("'", "").replace(" ", "")
        sign = _sign_in(text[end : match.start()]) or sign
        end = match.end()
        if word:
            yield Token(word, match.start(), end, sign)
            sign = JOIN if word in joiners else ""


def _sign_in(gap: str) -> str:
    if _STOP.search(gap):
        return STOP
    return PAUSE if _PAUSE.search(gap) else ""
