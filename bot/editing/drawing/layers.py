"""Layers of a layered drawing (Sugiyama, Tagawa and Toda 1981): who stands in which, in what order.

A line that passes a layer gets a knot there, so that it has a way between the boxes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Knot = tuple[int, int]
"""The number of a line, and the layer that it passes."""

Item = str | Knot
SWEEPS = 12


@dataclass(frozen=True)
class Line:
    """From a row of one box (counted from 0) to another box."""

    source: str
    row: int
    target: str


@dataclass(frozen=True)
class Layers:
    """`segments`: (item, row, item in the next layer), as far as lines go from layer to layer."""

    layers: list[list[Item]]
    segments: list[tuple[Item, int, Item]]


def arrange(keys: Sequence[str], lines: Sequence[Line]) -> Layers:
    """`keys` in reading order, lines without circles; few crossings, not always the fewest."""
    ranks = _ranks(keys, lines)
    layers: list[list[Item]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    segments: list[tuple[Item, int, Item]] = []
    for key in keys:
        layers[ranks[key]].append(key)
    for number, line in enumerate(lines):
        here: Item = line.source
        row = line.row
        for rank in range(ranks[line.source] + 1, ranks[line.target]):
            layers[rank].append((number, rank))
            segments.append((here, row, (number, rank)))
            here, row = (number, rank), 0
        segments.append((here, row, line.target))
    found = Layers(layers, segments)
    _sort(found)
    return found


def _ranks(keys: Sequence[str], lines: Sequence[Line]) -> dict[str, int]:
    """Each box one layer behind the last of those that lead to it."""
    ranks = dict.fromkeys(keys, 0)
    for _ in keys:
        for line in lines:
            ranks[line.target] = max(ranks[line.target], ranks[line.source] + 1)
    return ranks


def _sort(found: Layers) -> None:
    """Sweeps to and fro, each item to the middle of its neighbours; the best order is kept."""
    best = [list(layer) for layer in found.layers]
    fewest = crossings(found)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for rank in range(len(found.layers)) if forward else reversed(range(len(found.layers))):
            middles = _middles(found, forward=forward)
            layer = found.layers[rank]
            at = {item: place for place, item in enumerate(layer)}
            layer.sort(key=lambda item: middles.get(item, at[item]))
        count = crossings(found)
        if count < fewest:
            fewest, best = count, [list(layer) for layer in found.layers]
    found.layers[:] = best


def _middles(found: Layers, *, forward: bool) -> Mapping[Item, float]:
    places = {item: place for layer in found.layers for place, item in enumerate(layer)}
    around: dict[Item, list[float]] = {}
    for here, row, there in found.segments:
        if forward:
            around.setdefault(there, []).append(places[here] + row / 100)
        else:
            around.setdefault(here, []).append(places[there])
    return {item: sum(values) / len(values) for item, values in around.items()}


def crossings(found: Layers) -> int:
    """How many pairs of lines cross between two layers."""
    places = {item: place for layer in found.layers for place, item in enumerate(layer)}
    rank = {item: number for number, layer in enumerate(found.layers) for item in layer}
    between: dict[int, list[tuple[tuple[int, int], int]]] = {}
    for here, row, there in found.segments:
        between.setdefault(rank[here], []).append(((places[here], row), places[there]))
    return sum(_crossed(ends) for ends in between.values())


def _crossed(ends: Sequence[tuple[tuple[int, int], int]]) -> int:
    return sum((one[0] < other[0] and one[1] > other[1]) for one, other in _pairs(sorted(ends)))


def _pairs(
    ends: Sequence[tuple[tuple[int, int], int]],
) -> Iterator[tuple[tuple[tuple[int, int], int], tuple[tuple[int, int], int]]]:
    for number, one in enumerate(ends):
        yield from ((one, other) for other in ends[number + 1 :])
