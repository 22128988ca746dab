"""Insults in a text, by lists that editors keep: moderators look at them, nothing is refused."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ContentError
from bot.texts.folding import fold
from bot.texts.language import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class InsultList:
    """Folded: whole words, and beginnings of words."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    def has(self, folded: str) -> bool:
        return folded in self.words or folded.startswith(self.beginnings)


Insults = Mapping[str, InsultList]
"""By language."""


def insults_in(text: str, language: str, insults: Insults) -> list[tuple[int, int]]:
    """Start and end of each; English ones are looked for in every language."""
    lists = [insults[code] for code in {language, "en"} if code in insults]
    return [
        match.span()
        for match in _WORD.finditer(text)
        if any(one.has(fold(match[0])) for one in lists)
    ]


def load_insults(folder: Path) -> Insults:
    """`templates/moderation/<language>.txt`: a word a line, `word*` with any ending, `#` a remark.

    Raises ContentError when a list is missing, or a line has more than one word.
    """
    return {code: _load(folder / f"{code}.txt") for code in LANGUAGES}


def _load(path: Path) -> InsultList:
    if not path.is_file():
        raise ContentError([f"{path}:1: there is no such list of insults"])
    lines = path.read_text("utf-8").splitlines()
    words: list[str] = []
    for number, line in enumerate(lines, start=1):
        word = line.partition("#")[0].strip()
        if word and not _WORD.fullmatch(word.removesuffix("*")):
            raise ContentError([f"{path}:{number}: one word a line, letters alone"])
        words += [word] if word else []
    return _list(words)


def _list(words: Iterable[str]) -> InsultList:
    kept = list(words)
    whole = frozenset(fold(word) for word in kept if not word.endswith("*"))
    beginnings = tuple(fold(word.removesuffix("*")) for word in kept if word.endswith("*"))
    return InsultList(whole, beginnings)
