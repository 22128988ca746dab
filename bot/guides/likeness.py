"""Words that look alike, for typing mistakes: trigrams to find them, difflib to judge them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

SHORTEST = 4
ALIKE = 0.78
CANDIDATES = 6


class Likeness:
    def __init__(self, words: Iterable[str]) -> None:
        self._by_trigram: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= SHORTEST:
                for trigram in set(_trigrams(word)):
                    self._by_trigram[trigram].append(word)

    def near(self, word: str) -> tuple[str, float] | None:
        """The known word most like it, and how alike they are (up to 1)."""
        if len(word) < SHORTEST:
            return None
        shared = Counter(
            known for trigram in _trigrams(word) for known in self._by_trigram.get(trigram, ())
        )
        likely = (
            (known, SequenceMatcher(None, word, known, autojunk=False).ratio())
            for known, _ in shared.most_common(CANDIDATES)
        )
        best = max(likely, key=lambda pair: pair[1], default=None)
        return best if best and best[1] >= ALIKE else None


def _trigrams(word: str) -> Iterator[str]:
    padded = f"  {word} "
    return (padded[place : place + 3] for place in range(len(padded) - 2))
