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
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
Cases = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Names:
    """Lower-case forms: `given` and `surnames` of the language, `ordinary` ones are words too,
    `seldom` ones are names only where the sentence says so, `small` ones only with a capital.
    """

    given: frozenset[str]
    surnames: frozenset[str]
    ordinary: frozenset[str]
    seldom: frozenset[str]
    small: frozenset[str]
    function: frozenset[str]


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
    )
    phrases = {
        section: _phrases(entries)
        for section, entries in sections.items()
        if section not in {"given", "surnames", "ordinary", "seldom", "small", "function"}
    }
    return Vocabulary(names, phrases, sections)


@cache
def everywhere(section: str) -> Phrases:
    """The phrases of a section in all languages together."""
    return _phrases(
        entry for language in LANGUAGES for entry in vocabulary(language).words(section)
    )


@cache
def all_given(language: str) -> frozenset[str]:
    """Given names of everywhere, in the forms they take in stories of a language."""
    listed = [
        _sections("world")["given"],
        *(vocabulary(one).words("given") for one in LANGUAGES),
    ]
    return frozenset().union(*listed) | vocabulary(language).names.given


@cache
def all_surnames(language: str) -> frozenset[str]:
    listed = (vocabulary(one).words("surnames") for one in LANGUAGES)
    return frozenset().union(*listed) | vocabulary(language).names.surnames


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
        first, *rest = WORD.findall(entry)
        result.setdefault(first, []).append(tuple(rest))
    return {
        first: tuple(sorted(set(rests), key=len, reverse=True)) for first, rests in result.items()
    }


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
