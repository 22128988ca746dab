"""The word lists of a language, read once.

A file has sections, `[given]` and so on; entries stand between commas or lines, `#` starts
a comment. An entry of several words is a phrase.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.stories.redaction.polish import forms, plain, surname_forms

LANGUAGES = ("en", "it", "pl")
FOLDER = Path(__file__).parent / "words"
WORD = re.compile(r"[^\W_]+")
WORDS_ALONE = frozenset({"given", "surnames", "ordinary", "seldom", "small", "function", "common"})
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
# A word that is a phrase, and starts no longer one.
ALONE: tuple[tuple[str, ...], ...] = ((),)
Cases = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Names:
    """Lower-case forms: `given` and `surnames` of the language, `ordinary` ones are words too,
    `seldom` ones are names only where the sentence says so, `small` ones only with a capital;
    `common` are the words most written in the language, none of them a name.
    """

    given: frozenset[str]
    surnames: frozenset[str]
    ordinary: frozenset[str]
    seldom: frozenset[str]
    small: frozenset[str]
    function: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    names: Names
    phrases: Mapping[str, Phrases]
    sections: Mapping[str, tuple[str, ...]]

    def words(self, section: str) -> tuple[str, ...]:
        return self.sections[section]


@cache
def vocabulary(language: str) -> Vocabulary:
    sections = _sections(language)
    names = Names(
        given=frozenset(_given(sections["given"], language)),
        surnames=frozenset(_surnames(sections["surnames"], language)),
        ordinary=frozenset(sections["ordinary"]) | frozenset(map(plain, sections["ordinary"])),
        seldom=frozenset(sections["seldom"]),
        small=frozenset(sections["small"]),
        function=frozenset(sections["function"]),
        common=frozenset(sections.get("common", ())),
    )
    phrases = {
        section: _phrases(entries)
        for section, entries in sections.items()
        if section not in WORDS_ALONE
    }
    return Vocabulary(names, phrases, sections)


@cache
def everywhere(section: str) -> Phrases:
    """The phrases of a section in all languages together."""
    return _phrases(entry for language in LANGUAGES for entry in _sections(language)[section])


def all_given(language: str) -> frozenset[str]:
    """Given names of everywhere, in the forms they take in stories of a language."""
    return _all("given", inflected=language == "pl")


def all_surnames(language: str) -> frozenset[str]:
    return _all("surnames", inflected=language == "pl")


@cache
def _all(section: str, *, inflected: bool) -> frozenset[str]:
    listed = (_sections(one).get(section, ()) for one in ("world", *LANGUAGES))
    polish = vocabulary("pl").names if inflected else None
    own = (polish.given if section == "given" else polish.surnames) if polish else frozenset[str]()
    return own.union(*listed)


def _given(names: Iterable[str], language: str) -> Iterable[str]:
    return _inflected(names, forms) if language == "pl" else names


def _surnames(names: Iterable[str], language: str) -> Iterable[str]:
    return _inflected(names, surname_forms) if language == "pl" else names


def _inflected(names: Iterable[str], cases: Cases) -> Iterable[str]:
    for name in names:
        for form in cases(name):
            yield form
            yield plain(form)


def _phrases(entries: Iterable[str]) -> Phrases:
    result: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = WORD.findall(entry)
        # The word itself again, rather than one more like it: that keeps memory small.
        first, rest = (entry, ()) if words == [entry] else (words[0], tuple(words[1:]))
        result.setdefault(first, []).append(rest)
    return {
        first: ALONE if set(rests) == {()} else tuple(sorted(set(rests), key=len, reverse=True))
        for first, rests in result.items()
    }


@cache
def _sections(file: str) -> dict[str, tuple[str, ...]]:
    result: dict[str, list[str]] = {}
    entries: list[str] = []
    for raw in (FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            entries = result.setdefault(line.strip("[]"), [])
        else:
            entries += (entry for part in line.lower().split(",") if (entry := part.strip()))
    return {section: tuple(found) for section, found in result.items()}
