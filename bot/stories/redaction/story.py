"""A story as the rules read it: its words, where each stands, and what is no personal data."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from bot.stories.redaction.ordinary import ordinary_numbers
from bot.stories.redaction.vocabulary import (
    ALONE,
    WORD,
    Phrases,
    Vocabulary,
    everywhere,
    vocabulary,
)
from bot.stories.redaction.windows import DIGITS, Windows, around_digits, starts_of_digits

# What may stand between the words of one phrase: never a new sentence.
JOINT = re.compile(r"[ '.:/&-]{0,3}|\. ?")
STOP = re.compile(r"[.!?…\n:;\"“”„»«•*]")


class Word(NamedTuple):
    start: int
    end: int
    low: str
    text: str


class Phrase(NamedTuple):
    """From word `first` up to word `last`, that one not included."""

    first: int
    last: int


@dataclass(frozen=True)
class Story:
    text: str
    low: str
    language: str
    words: tuple[Word, ...]
    places: Mapping[str, list[int]]
    _phrases: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    _ends: dict[str, list[int]] = field(default_factory=dict)
    _windows: dict[tuple[bool, re.Pattern[str]], Windows] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary(self.language)

    def phrases(self, section: str) -> tuple[Phrase, ...]:
        """Where the phrases of a section stand, in the language of the story."""
        if section not in self._phrases:
            self._phrases[section] = tuple(self.found(self.vocabulary.phrases[section]))
        return self._phrases[section]

    def found(self, phrases: Phrases) -> Iterator[Phrase]:
        for first in self.places.keys() & phrases.keys():
            if phrases[first] is ALONE:
                yield from (Phrase(index, index + 1) for index in self.places[first])
                continue
            for index in self.places[first]:
                second = self.words[index + 1].low if index + 1 < len(self.words) else ""
                for rest in phrases[first]:
                    if not rest or (rest[0] == second and self._goes_on(index, rest)):
                        yield Phrase(index, index + 1 + len(rest))
                        break

    def _goes_on(self, index: int, rest: tuple[str, ...]) -> bool:
        following = self.words[index + 1 : index + 1 + len(rest)]
        return tuple(word.low for word in following) == rest and all(
            JOINT.fullmatch(self.gap(at)) for at in range(index, index + len(rest))
        )

    def gap(self, index: int) -> str:
        """What stands between a word and the next one."""
        if index + 1 >= len(self.words):
            return self.text[self.words[index].end :]
        return self.text[self.words[index].end : self.words[index + 1].start]

    def starts_sentence(self, index: int) -> bool:
        return index == 0 or bool(STOP.search(self.gap(index - 1)))

    def covered(self, section: str) -> set[int]:
        """Indices of the words inside the phrases of a section, in any language."""
        return {
            at
            for phrase in self.found(everywhere(section))
            for at in range(phrase.first, phrase.last)
        }

    def windows(self, *, far: bool, holding: re.Pattern[str] = DIGITS) -> Windows:
        """Where digits are, with what is around them; only where all that `holding` asks is."""
        if (far, holding) not in self._windows:
            self._windows[far, holding] = (
                around_digits(self.text, far=far)
                if holding is DIGITS
                else tuple(
                    window for window in self.windows(far=far) if holding.search(self.low, *window)
                )
            )
        return self._windows[far, holding]

    def matches(
        self,
        pattern: re.Pattern[str],
        text: str,
        *,
        far: bool = False,
        holding: re.Pattern[str] = DIGITS,
    ) -> Iterator[re.Match[str]]:
        """A pattern's matches in `text` or `low` where digits are: all that most rules read.

        `holding` is a small part, in `low`, that every match has: without it nothing is tried.
        """
        windows = self.windows(far=far, holding=holding)
        return chain.from_iterable(pattern.finditer(text, *window) for window in windows)

    def from_digits(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """As `matches` far around, for a pattern that only matches where digits start."""
        done = 0
        for start, end in self._starts_of_digits:
            match = pattern.match(text, start, end) if start >= done else None
            if match:
                done = match.end()
                yield match

    @cached_property
    def _starts_of_digits(self) -> Windows:
        return starts_of_digits(self.text, self.windows(far=True))

    @cached_property
    def ordinary(self) -> frozenset[int]:
        """Positions of numbers that identify nobody."""
        return frozenset(
            position
            for match in self.matches(ordinary_numbers(self.language), self.low)
            for position in range(match.start(), match.end())
        )

    def near(self, section: str, position: int, reach: int) -> bool:
        """Whether a phrase of a section ends at most `reach` characters before a position."""
        if section not in self._ends:
            self._ends[section] = sorted(
                self.words[phrase.last - 1].end for phrase in self.phrases(section)
            )
        ends = self._ends[section]
        at = bisect_right(ends, position) - 1
        return at >= 0 and ends[at] >= position - reach


def read_story(text: str, low: str, language: str) -> Story:
    spans = [match.span() for match in WORD.finditer(text)]
    words = tuple([Word(start, end, low[start:end], text[start:end]) for start, end in spans])
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        places.setdefault(word.low, []).append(index)
    return Story(text, low, language, words, places)
