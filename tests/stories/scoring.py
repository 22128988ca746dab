"""How much of a marked corpus a redaction finds, and how much it takes that it should not."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tests.stories.marked import MarkedStory, Stretch

GROUPS: Mapping[str, tuple[str, ...]] = {
    "numbers": ("iban", "card", "tax_id", "national_id", "phone", "email"),
    "codes": ("code", "address"),
    "others": ("plate", "birth_date", "username", "link"),
    "names": ("name",),
}
"""Kinds that share an aim, pooled: a single file holds too few of each to tell 99 from 90 %."""


class Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Find = Callable[[str, str], Iterable[Spanned]]


class Share(NamedTuple):
    hits: int
    all: int

    @property
    def rate(self) -> float:
        return self.hits / self.all if self.all else 1.0


@dataclass(frozen=True)
class Score:
    """`whole` counts stories that hold personal data and leak none of it."""

    kinds: Mapping[str, Share]
    whole: Share
    kept: Share
    leaked: tuple[str, ...]
    taken: tuple[str, ...]

    def measures(self) -> dict[str, Share]:
        """What has an aim: the pooled kinds, whole stories, phrases that stay."""
        pooled = {group: self._pooled(kinds) for group, kinds in GROUPS.items()}
        return pooled | {"whole": self.whole, "kept": self.kept}

    def _pooled(self, kinds: Iterable[str]) -> Share:
        shares = [self.kinds[kind] for kind in kinds if kind in self.kinds]
        return Share(sum(one.hits for one in shares), sum(one.all for one in shares))


def score(stories: Iterable[MarkedStory], find: Find, language: str) -> Score:
    """A datum is found when every letter and digit of it is masked, under whatever kind;
    a phrase is kept when no character of it is.
    """
    every: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    leaked: list[str] = []
    taken: list[str] = []
    phrases = with_data = leaking = 0
    for story in stories:
        masked = _masked(find(story.raw, language))
        bare = [one for one in story.personal if _leaks(story.raw, one, masked)]
        every.update(one.kind for one in story.personal)
        missed.update(one.kind for one in bare)
        leaked += [f"{one.kind}: {story.raw[one.start : one.end]}" for one in bare]
        hit = [one for one in story.kept if not masked.isdisjoint(range(one.start, one.end))]
        taken += [story.raw[one.start : one.end] for one in hit]
        phrases += len(story.kept)
        with_data += bool(story.personal)
        leaking += bool(bare)
    kinds = {kind: Share(count - missed[kind], count) for kind, count in every.items()}
    whole, kept = Share(with_data - leaking, with_data), Share(phrases - len(taken), phrases)
    return Score(kinds, whole, kept, tuple(leaked), tuple(taken))


def table(scores: Mapping[str, Score], aims: Mapping[str, float]) -> str:
    """A line for each kind and measure, a column for each file: found/all and per cent.

    A measure's aim ends its line, and a star marks what falls short of it.
    """
    kinds = [kind for group in GROUPS.values() for kind in group]
    columns = {name: {**one.kinds, **one.measures()} for name, one in scores.items()}
    lines = [" " * 12 + "".join(f"{name:>16}" for name in columns)]
    for row in (*kinds, *GROUPS, "whole", "kept"):
        shares = [column.get(row, Share(0, 0)) for column in columns.values()]
        aim = aims.get(row, 0.0)
        cells = (
            f"{one.hits}/{one.all} {one.rate:5.0%}{'*' if one.rate < aim else ' '}"
            for one in shares
        )
        told = f"  aim {aim:.0%}" if aim else ""
        lines.append(f"{row:12}" + "".join(f"{cell:>16}" for cell in cells) + told)
    return "\n".join(lines)


def _masked(found: Iterable[Spanned]) -> frozenset[int]:
    return frozenset(place for one in found for place in range(one.start, one.end))


def _leaks(raw: str, datum: Stretch, masked: frozenset[int]) -> bool:
    places = range(datum.start, datum.end)
    return any(raw[place].isalnum() and place not in masked for place in places)
