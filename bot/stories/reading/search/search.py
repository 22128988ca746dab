"""Stories by words: found through the rarest word, ranked by how many of the others they have."""

import re
from collections import Counter

from sqlalchemy import Connection

from bot.stories.reading.search import store
from bot.stories.stemming import stems_of
from bot.texts.language import LANGUAGES

LONGEST_SEARCH, MOST_WORDS = 100, 6
MOST_CANDIDATES = 500
_WORD = re.compile(r"[^\W_]+")
_Counted = dict[str, int]


def find(connection: Connection, typed: str) -> list[int]:
    """Numbers in all languages, those with most of the words first, then the newest.

    Looked at are the newest stories that have the rarest word, so many at most, so that a search
    takes the same however many there are.
    """
    words = sorted(_known(connection, typed), key=lambda word: sum(word.values()))
    if not words:
        return []
    rarest, *others = words
    found = {
        number for stem in rarest for number in store.newest(connection, stem, MOST_CANDIDATES)
    }
    candidates = sorted(found, reverse=True)[:MOST_CANDIDATES]
    hits: Counter[int] = Counter()
    for word in others:
        hits.update(_having(connection, rarest, word))
    return sorted(candidates, key=lambda number: (-hits[number], -number))


def _known(connection: Connection, typed: str) -> list[_Counted]:
    """Of each word that some story has: its stems in all languages, with bounded counts."""
    words = dict.fromkeys(_WORD.findall(typed[:LONGEST_SEARCH].casefold()))
    stems = filter(None, map(_stems, words))
    counted = []
    for each in [*dict.fromkeys(map(frozenset, stems))][:MOST_WORDS]:
        counts = {stem: store.count(connection, stem, MOST_CANDIDATES + 1) for stem in sorted(each)}
        counted.append({stem: count for stem, count in counts.items() if count})
    return [word for word in counted if word]


def _stems(word: str) -> set[str]:
    return {stem for code in LANGUAGES for stem in stems_of(word, code)}


def _having(connection: Connection, rarest: _Counted, word: _Counted) -> set[int]:
    """Each once, however many stems of the word it has."""
    return {
        number
        for stem in rarest
        for other in word
        for number in store.newest_with(connection, stem, other, MOST_CANDIDATES)
    }
