"""Phrases that an editor lists, found in what somebody said.

`idiot*` is any ending (`*temi` any beginning), `your/his` one word or the other, `…` up to three words, `*` any word, and
`^send` counts only where a clause begins.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.guides.coach.said import WORD, Said
from bot.texts.folding import fold

_ANY = r"[^ .|&]+"
_ENDING = r"[^ .|&]*"
_JOIN = r"(?:& )?"
_PAUSE = r"(?:[|&] )?"
_GAP = rf"(?:{_JOIN}{_ANY} ){{0,3}}?"
_HIT = "()"


class Phrases:
    """Finds `words`, but not inside one of `exceptions`; of two that begin together the longer wins."""

    def __init__(self, words: Iterable[str], exceptions: Iterable[str] = ()) -> None:
        """Raises ValueError for a phrase in which there is no word."""
        listed = [(phrase, _HIT) for phrase in words] + [(phrase, "") for phrase in exceptions]
        listed.sort(key=lambda pair: -len(pair[0].split()))
        self._pattern = re.compile(
            r"(?<= )(?:" + "|".join(_pattern(phrase) + hit for phrase, hit in listed) + ")"
            if listed
            else r"(?!)"
        )

    def places_in(self, said: Said) -> Iterator[tuple[int, int]]:
        """Where each stands in the text."""
        for match in self._pattern.finditer(said.plain):
            if match.lastindex:
                yield said.between(match.start(), match.end())

    def found_in(self, said: Said) -> tuple[str, ...]:
        """Each as the person wrote it, once."""
        places = self.places_in(said)
        return tuple(dict.fromkeys(said.text[start:end] for start, end in places))

    def excuses(self, said: Said) -> bool:
        """Whether one of the exceptions is in it."""
        return any(not match.lastindex for match in self._pattern.finditer(said.plain))


def _pattern(phrase: str) -> str:
    begins = phrase.startswith("^")
    words = phrase.removeprefix("^").replace("...", "…").split()
    parts = [_GAP if word == "…" else _word(word) for word in words]
    if not words or all(word in {"…", "*"} for word in words):
        raise ValueError(f"no word in {phrase!r}")
    # The next word may come after a pause; what stands between two words belongs to one clause.
    linked = parts[0] + "".join(
        part if part == _GAP else (_JOIN if last == _GAP else _PAUSE) + part
        for last, part in pairwise(parts)
    )
    return (r"[.|&] " if begins else r"(?:[.|&] )?") + linked


def _word(word: str) -> str:
    if word == "*":
        return f"{_ANY} "
    return f"(?:{'|'.join(_form(form) for form in word.split('/'))}) "


def _form(form: str) -> str:
    plain = " ".join(fold(piece).replace("'", "") for piece in WORD.findall(form))
    if not plain:
        raise ValueError(f"no word in {form!r}")
    before, after = (_ENDING if at == "*" else "" for at in (form[0], form[-1]))
    return before + re.escape(plain) + after
