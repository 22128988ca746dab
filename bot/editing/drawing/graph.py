"""A guide as boxes with rows: a row is a way on, by a line or by the number of another box."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.editing.drawing.conditions import Wording
from bot.editing.plain import plain
from bot.guides.model import Guide, Outcome, Question

Kind = Literal["question", "outcome", "guide", "missing"]
Ways = Mapping[str, list[tuple[str, str]]]
"""By box, (target, label) of each way on."""


@dataclass(frozen=True)
class Row:
    """`drawn`: a line leads to the target; else the target is named, and its line is elsewhere."""

    label: str
    target: str
    drawn: bool


@dataclass(frozen=True)
class Box:
    """`key` is the node's id, or `guide:<id>` of another guide."""

    key: str
    kind: Kind
    text: str
    rows: tuple[Row, ...] = ()


@dataclass
class _Lines:
    """Those drawn so far; they never lead in a circle."""

    onward: dict[str, set[str]] = field(default_factory=dict)

    def add(self, here: str, there: str) -> bool:
        if here in self._reached_from(there):
            return False
        self.onward.setdefault(here, set()).add(there)
        return True

    def _reached_from(self, key: str) -> set[str]:
        reached: set[str] = set()
        waiting = [key]
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting.extend(self.onward.get(one, ()))
        return reached


def boxes_of(guide: Guide, wording: Wording, titles: Mapping[str, str]) -> list[Box]:
    """From the start on, breadth first; `titles` are those of the guides that exist.

    Every branch of a question is a line; a step under an outcome only where nothing else leads to
    its target: all of them would be a ball of wool.
    """
    ways = {key: list(_ways(guide, key, wording, titles)) for key in _node_ids(guide)}
    drawn = _drawn(guide, ways)
    return [
        Box(
            key,
            _kind(guide, key, titles),
            _text(guide, key, wording, titles),
            tuple(_rows(key, ways.get(key, ()), drawn)),
        )
        for key in _found(guide, ways)
    ]


def _rows(key: str, ways: Iterable[tuple[str, str]], drawn: set[tuple[str, str]]) -> Iterator[Row]:
    """Of several rows to one target only the first has the line."""
    before: set[str] = set()
    for to, label in ways:
        yield Row(label, to, (key, to) in drawn and to not in before)
        before.add(to)


def _drawn(guide: Guide, ways: Ways) -> set[tuple[str, str]]:
    """(box, target) of each line; the outcomes with the most ways on come first to a target."""
    found = [key for key in _found(guide, ways) if key in ways]
    questions = [key for key in found if key in guide.questions]
    outcomes = [key for key in found if key not in guide.questions]
    asked = {guide.start, *(to for key in questions for to, _ in ways[key])}
    lines = _Lines()
    drawn = {(key, to) for key in questions for to, _ in ways[key] if lines.add(key, to)}
    for key in sorted(outcomes, key=lambda one: (one not in asked, -len(ways[one]))):
        for to, _ in ways[key]:
            if to not in asked and lines.add(key, to):
                asked.add(to)
                drawn.add((key, to))
    return drawn


def _node_ids(guide: Guide) -> Iterator[str]:
    yield from guide.questions
    yield from guide.outcomes


def _ways(
    guide: Guide, key: str, wording: Wording, titles: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """(target, label) of each way on."""
    node = guide.node(key)
    if isinstance(node, Question):
        yield from wording.branches(key).items()
    elif isinstance(node, Outcome):
        for step in node.steps:
            to = step.to or f"guide:{step.guide}"
            label = wording.text(step.label) if step.label else titles.get(str(step.guide), "")
            yield to, label or str(step.guide)


def _found(guide: Guide, ways: Ways) -> Iterator[str]:
    """What the start leads to, breadth first, then what nothing leads to."""
    seen: dict[str, None] = {}
    for first in (guide.start, *ways):
        waiting = deque([first])
        while waiting:
            key = waiting.popleft()
            if key not in seen:
                seen[key] = None
                waiting.extend(to for to, _ in ways.get(key, ()))
    yield from seen


def _kind(guide: Guide, key: str, titles: Mapping[str, str]) -> Kind:
    if key in guide.questions:
        return "question"
    if key in guide.outcomes:
        return "outcome"
    return "guide" if key.removeprefix("guide:") in titles else "missing"


def _text(guide: Guide, key: str, wording: Wording, titles: Mapping[str, str]) -> str:
    node = guide.node(key)
    if node is None:
        name = key.removeprefix("guide:")
        return titles.get(name, "")
    blocks = node.ask if isinstance(node, Question) else node.text
    said = (" ".join(plain(wording.text(block.text)).split()) for block in blocks)
    return next((text for text in said if text.strip("… ")), "…")
