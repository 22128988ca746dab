"""Numbers as people write and say them: groups of digits, and digits in words.

`333 12.34.567`, `tre tre tre uno due…`, `double seven`: runs of atoms that one number may hold.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.stories.redaction.numerals import REPEATED, numerals
from bot.stories.redaction.ordinary import counted_units
from bot.stories.redaction.story import Story

# An "o" is often typed for a zero.
DIGITS = re.compile(r"(?=[o\d])(?:(?<![^\W_])(?=[o\d]*\d)(?=[o\d]{3})[o\d]+(?![^\W_])|\d+)")
# What may stand between two groups of one number; LOOSE only in a number that is surely a phone.
GAP = re.compile(r"\.| {1,2}| ?[\-/_*|] ?| ?[(\[]| ?[)\]] ?[\-/]? ?| ?\n ?")
LOOSE_GAP = re.compile(r"(?:, ?| ?\.{2,3} ?| ?… ?)[(\[]?")
SPOKEN_GAP = re.compile(r"[ ,.;()/\-]{1,4}|\.{2,3} ?| ?… ?|\n")
# Too common between two numbers that have nothing to do with each other.
VAGUE = frozenset({"e", "i", "and", "slash", "er", "um"})
PUNCTUATION = re.compile(r"[,.;:()\-…]")
DIGIT = re.compile(r"\d")
DOUBLES = {
    "volte": frozenset({"due", "tre", "quattro"}),
    "razy": frozenset({"dwa", "trzy", "cztery"}),
    "times": frozenset({"two", "three", "four"}),
}
SHORT = re.compile(r"1(?:1\d|33|55|87|9\d)|999|1(?:240|254|256|500|515|522|530|925)")
LONGEST_GAP = 34
LONGEST_REPEAT = 2


class Atom(NamedTuple):
    start: int
    end: int
    digits: str
    spoken: bool


class Run(NamedTuple):
    """Atoms in a row that may be one number, or a few side by side."""

    atoms: tuple[Atom, ...]

    def loose(self, first: int, last: int, text: str) -> bool:
        """Whether commas or dots of thought stand between the digits."""
        return any(
            not before.spoken
            and not after.spoken
            and not GAP.fullmatch(text, before.end, after.start)
            for before, after in pairwise(self.atoms[first:last])
        )

    def digits(self, first: int, last: int) -> str:
        return "".join(atom.digits for atom in self.atoms[first:last])


def runs(story: Story) -> list[Run]:
    result: list[list[Atom]] = []
    connectors = frozenset(story.vocabulary.words("connectors"))
    for atom in sorted([*_written(story), *_said(story), *_doubled(story)]):
        if result and _joined(story, result[-1][-1], atom, connectors):
            result[-1].append(atom)
        else:
            result.append([atom])
    return [Run(tuple(atoms)) for atoms in result]


def _joined(story: Story, before: Atom, after: Atom, connectors: frozenset[str]) -> bool:
    between = story.low[before.end : after.start]
    if len(between) > LONGEST_GAP or _called_in_turn(before, after, between):
        return False
    if LOOSE_GAP.fullmatch(between):
        return True
    if (GAP if not (before.spoken or after.spoken) else SPOKEN_GAP).fullmatch(between):
        return True
    words = " ".join(PUNCTUATION.sub(" ", between).split())
    return words in connectors and (before.spoken or after.spoken or words not in VAGUE)


def _called_in_turn(before: Atom, after: Atom, between: str) -> bool:
    """As in "il 155, poi il 192": public numbers, each of them whole."""
    short = SHORT.fullmatch(before.digits) or SHORT.fullmatch(after.digits)
    return bool(short) and not (before.spoken or after.spoken) and not GAP.fullmatch(between)


def _written(story: Story) -> Iterator[Atom]:
    for match in DIGITS.finditer(story.low):
        if match.start() not in story.ordinary and not _glued(story.text, match):
            yield Atom(match.start(), match.end(), match[0].replace("o", "0"), spoken=False)


def _glued(text: str, match: re.Match[str]) -> bool:
    """Part of a word such as `IT001E482`: that is no number."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return before.isalpha() or after.isalpha() or "_" in before + after


def _said(story: Story) -> Iterator[Atom]:
    values, repeat, waiting, times = numerals(story.language), None, None, 1
    spoken = sorted(at for word in story.places.keys() & values.keys() for at in story.places[word])
    for index in spoken:
        word, value = story.words[index], values[story.words[index].low]
        if value in REPEATED:
            repeat, times = word, REPEATED[value]
            continue
        if not value.isdigit() or _counts(story, index):
            continue
        if repeat and repeat.end <= word.start <= repeat.end + LONGEST_REPEAT:
            atom, repeat = Atom(repeat.start, word.end, value * times, spoken=True), None
        else:
            atom = Atom(word.start, word.end, value, spoken=True)
        if waiting and _composed(story, waiting, atom):
            total = str(int(waiting.digits) + int(atom.digits))
            waiting = Atom(waiting.start, atom.end, total, spoken=True)
            continue
        if waiting:
            yield waiting
        waiting = atom
    if waiting:
        yield waiting


def _doubled(story: Story) -> Iterator[Atom]:
    """As in "due volte 3": what stands before one digit, itself without any."""
    for unit in story.places.keys() & DOUBLES.keys():
        for index in story.places[unit]:
            near = story.words[max(0, index - 1) : index + 2]
            if len(near) < 3 or near[0].low not in DOUBLES[unit]:  # noqa: PLR2004
                continue
            digit = numerals(story.language).get(near[2].low, near[2].low)
            if DIGIT.fullmatch(digit) and near[2].start not in story.ordinary:
                yield Atom(near[0].start, near[1].end, "", spoken=True)


def _counts(story: Story, index: int) -> bool:
    """As in "seven times", "45 minuti dopo, due volte": no digit of a number."""
    following = story.words[index + 1 : index + 2]
    return (
        bool(following)
        and story.gap(index) == " "
        and bool(counted_units(story.language).fullmatch(following[0].low))
    )


def _composed(story: Story, before: Atom, after: Atom) -> bool:
    """`twenty three`, `sześćset jeden`: one number in two words."""
    if story.text[before.end : after.start] not in {" ", "-"} or len(after.digits) >= len(
        before.digits
    ):
        return False
    return before.digits.endswith("0" * len(after.digits)) and int(before.digits) >= 20  # noqa: PLR2004
