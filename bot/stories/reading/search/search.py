"""Stories by words: found through the rarest word, ranked by how many of the others they have."""

import re
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.stories.reading.search import store
from bot.stories.stemming import stems_of
from bot.texts.language import LANGUAGES

LONGEST_SEARCH, MOST_WORDS = 100, 6
MOST_CANDIDATES, PROBED = 40, 24
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, order=True)
class _Word:
    """`rarity` is that of the commonest of its stems; the rarest word sorts first."""

    rarity: tuple[int, int]
    stems: tuple[str, ...]


def find(connection: Connection, typed: str) -> list[int]:
    """Numbers in all languages, those with most of the words first, then the newest.

    Looked at are the newest 40 stories that have the rarest word, so that a search takes the
    same however many there are.
    """
    words = sorted(_known(connection, typed))
    if not words:
        return []
    rarest, *others = words
    found = {
        one for stem in rarest.stems for one in store.newest(connection, stem, MOST_CANDIDATES)
    }
    candidates = sorted(found, reverse=True)[:MOST_CANDIDATES]
    hits: Counter[int] = Counter()
    for word in others:
        hits.update(_having(connection, rarest, word))
    return sorted(candidates, key=lambda number: (-hits[number], -number))


def _known(connection: Connection, typed: str) -> list[_Word]:
    """Words are compared by their stems in all languages: who types need not say which."""
    words = dict.fromkeys(_WORD.findall(typed[:LONGEST_SEARCH].casefold()))
    stems = dict.fromkeys(frozenset(_stems(word)) for word in words)
    known = []
    for each in [one for one in stems if one][:MOST_WORDS]:
        rarities = {stem: store.rarity(connection, stem, PROBED) for stem in sorted(each)}
        there = tuple(stem for stem, (count, _) in rarities.items() if count)
        if there:
            known.append(_Word(max(rarities.values()), there))
    return known


def _stems(word: str) -> set[str]:
    return {stem for code in LANGUAGES for stem in stems_of(word, code)}


def _having(connection: Connection, rarest: _Word, word: _Word) -> set[int]:
    """Each once, however many stems of the word it has."""
    return {
        number
        for stem in rarest.stems
        for number in store.newest_with(connection, stem, word.stems, MOST_CANDIDATES)
    }
