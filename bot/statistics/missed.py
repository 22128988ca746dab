"""Words that people searched and no guide has: kept when several people had the same.

A word that one person writes may be a name; one that three write on the same day is something
that people look for.
"""

from collections.abc import Iterator
from datetime import date

from bot.chat.counts import MISSED, WORD
from bot.texts.folding import folded_words
from bot.texts.stems import stems

ENOUGH = 3
SHORTEST, LONGEST = 3, 30
MOST_WORDS, MOST_A_DAY = 25, 5_000


class Missed:
    """Who used a word is in memory alone, until it is enough of them or the day is over."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._people: dict[str, set[int]] = {}
        self._known: set[str] = set()

    def names(
        self, person: int, text: str, language: str, today: date
    ) -> Iterator[tuple[str, int]]:
        """What to count, and by how much."""
        if today != self._day:
            self._day, self._people, self._known = today, {}, set()
        yield MISSED, 1
        for word in _words(text, language):
            by = self._note(person, word)
            if by:
                yield f"{WORD}:{word}", by

    def _note(self, person: int, word: str) -> int:
        if word in self._known:
            return 1
        if word not in self._people and len(self._people) >= MOST_A_DAY:
            return 0
        people = self._people.setdefault(word, set())
        people.add(person)
        if len(people) < ENOUGH:
            return 0
        del self._people[word]
        self._known.add(word)
        return ENOUGH


def _words(text: str, language: str) -> list[str]:
    """Folded words of letters that say something, each once."""
    words = dict.fromkeys(folded_words(text[: MOST_WORDS * LONGEST]))
    fit = (one for one in words if one.isalpha() and SHORTEST <= len(one) <= LONGEST)
    return [one for one in fit if any(stems(one, language))][:MOST_WORDS]
