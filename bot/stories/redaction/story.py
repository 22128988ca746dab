"""A story as the rules read it: its words, where each stands, and what is no personal data."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from bot.stories.redaction.ordinary import ordinary_numbers
from bot.stories.redaction.vocabulary import WORD, Phrases, Vocabulary, everywhere, vocabulary

# What may stand between the words of one phrase: never a new sentence.
JOINT = re.compile(r"[ '.:/&-]{0,3}|\. ?")
DIGITS = re.compile(r"\d+")
# How far from a digit a rule looks, before and after it.
NEAR, AROUND = (24, 48), (70, 130)
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
    ends: dict[str, list[int]] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary(self.language)

    def phrases(self, section: str) -> Iterator[Phrase]:
        """Where the phrases of a section stand, in the language of the story."""
        return self.found(self.vocabulary.phrases[section])

    def found(self, phrases: Phrases) -> Iterator[Phrase]:
        for first in self.places.keys() & phrases.keys():
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

    @cached_property
    def near_digits(self) -> tuple[tuple[int, int], ...]:
        return self._windows(*NEAR)

    @cached_property
    def around_digits(self) -> tuple[tuple[int, int], ...]:
        return self._windows(*AROUND)

    def _windows(self, before: int, after: int) -> tuple[tuple[int, int], ...]:
        result: list[tuple[int, int]] = []
        for match in DIGITS.finditer(self.text):
            start, end = max(0, match.start() - before), match.end() + after
            if result and start <= result[-1][1]:
                result[-1] = result[-1][0], end
            else:
                result.append((start, end))
        return tuple(result)

    def matches(
        self, pattern: re.Pattern[str], text: str, *, far: bool = False
    ) -> Iterator[re.Match[str]]:
        """A pattern's matches in `text` or `low` where digits are: all that most rules read."""
        windows = self.around_digits if far else self.near_digits
        return chain.from_iterable(pattern.finditer(text, *window) for window in windows)

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
        if section not in self.ends:
            self.ends[section] = sorted(
                self.words[phrase.last - 1].end for phrase in self.phrases(section)
            )
        ends = self.ends[section]
        at = bisect_right(ends, position) - 1
        return at >= 0 and ends[at] >= position - reach


def read_story(text: str, low: str, language: str) -> Story:
    words = tuple(
        Word(match.start(), match.end(), low[match.start() : match.end()], match[0])
        for match in WORD.finditer(text)
    )
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        places.setdefault(word.low, []).append(index)
    return Story(text, low, language, words, places)
