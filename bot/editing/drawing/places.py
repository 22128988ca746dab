"""Where each box of a layered drawing stands: columns from left to right, lines as straight as may be.

All lengths are in pixels.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.editing.drawing.layers import Item, Layers, Line, arrange

GAP, ROOM_FOR_LINES, KNOT = 22.0, 110.0, 10.0
SWEEPS = 9


@dataclass(frozen=True)
class Size:
    """`entry` and `ports` say how far below the top lines come in, and where each row's goes out."""

    width: float
    height: float
    entry: float
    ports: tuple[float, ...] = ()


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Drawing:
    """`order`: the boxes by column, then from top to bottom. `lines`: the points of each line."""

    corners: Mapping[str, Point]
    lines: list[list[Point]]
    order: list[str]
    width: float
    height: float


def place(sizes: Mapping[str, Size], lines: Sequence[Line]) -> Drawing:
    found = arrange(list(sizes), lines)
    tops = _tops(found, sizes)
    lowest = min(tops.values(), default=0)
    columns = [_width(layer, sizes) for layer in found.layers]
    lefts = [sum(columns[:rank]) + rank * ROOM_FOR_LINES for rank in range(len(columns))]
    rank = {item: number for number, layer in enumerate(found.layers) for item in layer}
    corners = {key: Point(lefts[rank[key]], tops[key] - lowest) for key in sizes}
    routes = []
    for number, line in enumerate(lines):
        source, target = corners[line.source], corners[line.target]
        size = sizes[line.source]
        points = [Point(source.x + size.width, source.y + size.ports[line.row])]
        for passed in range(rank[line.source] + 1, rank[line.target]):
            y = tops[number, passed] - lowest + KNOT / 2
            points += [Point(lefts[passed], y), Point(lefts[passed] + columns[passed], y)]
        routes.append([*points, Point(target.x, target.y + sizes[line.target].entry)])
    order = [item for layer in found.layers for item in layer if isinstance(item, str)]
    height = max((corners[key].y + sizes[key].height for key in sizes), default=0)
    return Drawing(corners, routes, order, lefts[-1] + columns[-1], height)


def _width(layer: Sequence[Item], sizes: Mapping[str, Size]) -> float:
    return max((sizes[item].width for item in layer if isinstance(item, str)), default=0)


def _tops(found: Layers, sizes: Mapping[str, Size]) -> dict[Item, float]:
    """Sweeps to and fro: each item to where its lines would be straight, without overlapping."""
    tops: dict[Item, float] = {}
    for layer in found.layers:
        tops.update(_spread(layer, [0.0] * len(layer), sizes))
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for layer in found.layers if forward else reversed(found.layers):
            wanted = _wanted(found, sizes, tops, forward=forward)
            tops.update(_spread(layer, [wanted.get(item, tops[item]) for item in layer], sizes))
    return tops


def _wanted(
    found: Layers, sizes: Mapping[str, Size], tops: Mapping[Item, float], *, forward: bool
) -> dict[Item, float]:
    wanted: dict[Item, list[float]] = {}
    for here, row, there in found.segments:
        port = sizes[here].ports[row] if isinstance(here, str) else KNOT / 2
        entry = sizes[there].entry if isinstance(there, str) else KNOT / 2
        if forward:
            wanted.setdefault(there, []).append(tops[here] + port - entry)
        else:
            wanted.setdefault(here, []).append(tops[there] + entry - port)
    return {item: sum(values) / len(values) for item, values in wanted.items()}


def _spread(
    layer: Sequence[Item], wanted: Sequence[float], sizes: Mapping[str, Size]
) -> dict[Item, float]:
    """In their order, a gap apart, as near as can be to where they are wanted.

    Least squares under that order: pooled adjacent violators.
    """
    offsets = [0.0]
    for one, _ in pairwise(layer):
        offsets.append(offsets[-1] + _height(one, sizes) + GAP)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, size = pools.pop()
            total, count = total + before, count + size
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    return {
        item: shift + offset for item, shift, offset in zip(layer, shifts, offsets, strict=False)
    }


def _height(item: Item, sizes: Mapping[str, Size]) -> float:
    return sizes[item].height if isinstance(item, str) else KNOT
