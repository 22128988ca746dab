"""Which guide a person means by what they typed: stems, weighed by how rare they are."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from bot.guides.likeness import Likeness
from bot.guides.model import Guide
from bot.texts.stems import stems

Translate = Callable[[str, str, str], str | None]
Sentence = tuple[str, float]
Stems = frozenset[str]

LANGUAGES = ("en", "it", "pl")
LONGEST = 300
MOST_WORDS = 25
TITLE_WEIGHT = 2.0
ONCE = 0.25  # a stem used once counts 0.8, often nearly 1
ENOUGH = 0.3  # of the weight of all that was typed
UNKNOWN = 0.35  # what a word that no guide uses takes away, of the rarest word's weight


class Finder:
    """`translate(language, domain, message)` gives titles and summaries in other languages."""

    def __init__(self, guides: Iterable[Guide], translate: Translate | None = None) -> None:
        found = list(guides)
        self._indexes = {
            language: _Index(
                {guide.id: _sentences(guide, language, translate) for guide in found}, language
            )
            for language in LANGUAGES
        }

    def find(self, text: str, language: str, limit: int = 3) -> list[str]:
        """Ids of guides, the likeliest first; none when nothing is near enough.

        The reader's language is tried first, then the others.
        """
        for each in dict.fromkeys((language, *LANGUAGES)):
            found = self._indexes[each].find(text)
            if found:
                return found[:limit]
        return []


def _sentences(guide: Guide, language: str, translate: Translate | None) -> list[Sentence]:
    own = [guide.title, guide.summary]
    if language != "en":
        own = [(translate and translate(language, guide.id, text)) or "" for text in own]
    examples: tuple[str, ...] = getattr(guide.examples, language)
    return [(own[0], TITLE_WEIGHT), (own[1], 1.0), *((example, 1.0) for example in examples)]


class _Index:
    """The sentences of one language: how strongly each guide uses each stem, from 0 to 1."""

    def __init__(self, sentences: dict[str, list[Sentence]], language: str) -> None:
        self._language = language
        self._use: dict[str, dict[str, float]] = defaultdict(dict)
        self._phrases: dict[str, list[list[Stems]]] = {}
        for guide, texts in sentences.items():
            words = [(list(stems(text, language)), weight) for text, weight in texts]
            self._phrases[guide] = [phrase for phrase, _ in words]
            counts: dict[str, float] = defaultdict(float)
            for phrase, weight in words:
                for stem in frozenset[str]().union(*phrase):
                    counts[stem] += weight
            for stem, count in counts.items():
                self._use[stem][guide] = count / (count + ONCE)
        self._rarest = math.log(1 + len(sentences))
        self._likeness = Likeness(self._use)

    def find(self, text: str) -> list[str]:
        """Ids of the guides near enough, the nearest first."""
        typed_stems = islice(stems(text[:LONGEST], self._language), MOST_WORDS)
        words = [self._known(word) for word in typed_stems]
        typed = sum(self._weight(known) for known, _ in words)
        if not typed:
            return []
        scores: dict[str, float] = {}
        for guide, phrases in self._phrases.items():
            matched = sum(self._match(known, likeness, guide) for known, likeness in words) / typed
            same = max((_overlap(words, phrase) for phrase in phrases), default=0)
            scores[guide] = 0.7 * matched + 0.3 * same
        near = [guide for guide, score in scores.items() if score >= ENOUGH]
        return sorted(near, key=lambda guide: -scores[guide])

    def _known(self, word: Stems) -> tuple[Stems, float]:
        """The stems of it that guides use, else those of the word most like it."""
        known = word & self._use.keys()
        if known:
            return known, 1.0
        near = max(
            filter(None, map(self._likeness.near, word)), key=lambda pair: pair[1], default=None
        )
        return (frozenset({near[0]}), near[1]) if near else (frozenset(), 0.0)

    def _weight(self, known: Stems) -> float:
        return max(map(self._rarity, known), default=UNKNOWN * self._rarest)

    def _match(self, known: Stems, likeness: float, guide: str) -> float:
        matches = (self._rarity(stem) * self._use[stem].get(guide, 0) for stem in known)
        return likeness * max(matches, default=0)

    def _rarity(self, stem: str) -> float:
        return math.log(1 + len(self._phrases) / len(self._use[stem]))


def _overlap(words: Sequence[tuple[Stems, float]], phrase: Sequence[Stems]) -> float:
    """How much of the longer of the two is in both."""
    both = sum(any(known & word for word in phrase) for known, _ in words if known)
    return both / max(len(words), len(phrase), 1)
