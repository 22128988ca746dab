"""The picture as SVG: boxes with their rows, lines from a row to a box, a key below."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from bot.editing.drawing.graph import Box, Kind, Row
from bot.editing.drawing.layers import Line
from bot.editing.drawing.lettering import (
    LEADING,
    ROW_GAP,
    ROW_LEADING,
    SIDE,
    SMALL,
    TEXT,
    WIDTH,
    Lettered,
    lettered,
    width,
)
from bot.editing.drawing.places import Drawing, Point, place

MARGIN, HEAD, FOOT = 28.0, 66.0, 64.0
COLOURS: Mapping[Kind, tuple[str, str]] = {
    "question": ("#e3f1ec", "#0a6656"),
    "outcome": ("#fff3d6", "#a5690a"),
    "guide": ("#ffffff", "#5b6b64"),
    "missing": ("#fde4e1", "#b3261e"),
}
STYLE = (
    "text{font-family:'DejaVu Sans','Noto Sans','Liberation Sans',Arial,sans-serif;fill:#17211d}"
    ".line{fill:none;stroke:#5f7169;stroke-width:1.6}.b{font-weight:bold}.way{fill:#3d4b45}"
)


def svg(title: str, boxes: Sequence[Box], legend: Mapping[Kind, str]) -> str:
    """`legend`: what each kind of box is called in the picture's language."""
    boxed = {box.key: lettered(box) for box in boxes}
    lines = [
        Line(box.key, number, row.target)
        for box in boxes
        for number, row in enumerate(box.rows)
        if row.drawn
    ]
    drawing = place({key: one.size for key, one in boxed.items()}, lines)
    numbers = {key: number for number, key in enumerate(drawing.order, 1)}
    wide = max(drawing.width, 4 * WIDTH) + 2 * MARGIN
    high = drawing.height + HEAD + FOOT + MARGIN
    body = [
        _words(title, Point(MARGIN, MARGIN + 18), 24, "b"),
        f'<g transform="translate({MARGIN} {HEAD})">',
        *(_line(points) for points in drawing.lines),
        *(part for key, one in boxed.items() for part in _box(one, drawing.corners[key], numbers)),
        "</g>",
        *_legend(legend, drawing, {box.kind for box in boxes}),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high:.0f}" '
        f'viewBox="0 0 {wide:.0f} {high:.0f}"><title>{escape(title)}</title>'
        f'<style>{STYLE}</style><rect width="100%" height="100%" fill="#fff"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _box(one: Lettered, corner: Point, numbers: Mapping[str, int]) -> Iterator[str]:
    kind, size = one.box.kind, one.size
    fill, edge = COLOURS[kind]
    round_ = 4 if kind == "question" else 16
    dashes = ' stroke-dasharray="6 4"' if kind in {"guide", "missing"} else ""
    yield (
        f'<rect x="{corner.x:.1f}" y="{corner.y:.1f}" width="{size.width:.0f}" '
        f'height="{size.height:.1f}" rx="{round_}" fill="{fill}" stroke="{edge}" '
        f'stroke-width="1.6"{dashes}/>'
    )
    left, right = corner.x + SIDE, corner.x + size.width - SIDE
    name = f"{numbers[one.box.key]} · {one.box.key.removeprefix('guide:')}"
    yield _words(name, Point(left, corner.y + SIDE + 9), SMALL, "b", edge)
    for number, words in enumerate(one.text, 1):
        yield _words(words, Point(left, corner.y + SIDE + 10 + number * LEADING), TEXT, "b")
    for row, lines, port in zip(one.box.rows, one.rows, size.ports, strict=True):
        yield from _row(row, lines, Point(left, corner.y + port), right, edge, numbers)


def _row(
    row: Row,
    lines: Sequence[str],
    left: Point,
    right: float,
    edge: str,
    numbers: Mapping[str, int],
) -> Iterator[str]:
    if lines:
        above = left.y - len(lines) * ROW_LEADING / 2 - ROW_GAP / 2
        rule = f"M{left.x:.1f} {above:.1f}H{right:.1f}"
        yield f'<path class="line" style="stroke:{edge}55" d="{rule}"/>'
    for number, words in enumerate(lines):
        y = left.y + 4.5 + (number - (len(lines) - 1) / 2) * ROW_LEADING
        yield _words(words, Point(left.x, y), SMALL, "way")
    if row.drawn:
        yield f'<circle cx="{right + SIDE:.1f}" cy="{left.y:.1f}" r="4" fill="{edge}"/>'
    else:
        there = Point(right, left.y + 4.5)
        yield _words(f"→ {numbers[row.target]}", there, SMALL, "b", edge, end=True)


def _line(points: Sequence[Point]) -> str:
    """Straight past the boxes of a column, bent between the columns; an arrow at its end."""
    path = [f"M{points[0].x:.1f} {points[0].y:.1f}"]
    for number, (here, there) in enumerate(pairwise(points)):
        if number % 2:
            path.append(f"L{there.x:.1f} {there.y:.1f}")
            continue
        bend = (there.x - here.x) / 2
        path.append(
            f"C{here.x + bend:.1f} {here.y:.1f} {there.x - bend:.1f} {there.y:.1f} "
            f"{there.x:.1f} {there.y:.1f}"
        )
    tip = points[-1]
    arrow = (
        f"M{tip.x - 8:.1f} {tip.y - 5:.1f}L{tip.x:.1f} {tip.y:.1f}L{tip.x - 8:.1f} {tip.y + 5:.1f}"
    )
    return f'<path class="line" d="{"".join(path)}{arrow}"/>'


def _legend(legend: Mapping[Kind, str], drawing: Drawing, kinds: set[Kind]) -> Iterator[str]:
    x, y = MARGIN, drawing.height + HEAD + FOOT - 14
    for kind, name in legend.items():
        if kind not in kinds:
            continue
        fill, edge = COLOURS[kind]
        dashes = ' stroke-dasharray="5 3"' if kind in {"guide", "missing"} else ""
        round_ = 3 if kind == "question" else 9
        yield (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="30" height="18" rx="{round_}" fill="{fill}" '
            f'stroke="{edge}" stroke-width="1.6"{dashes}/>'
        )
        yield _words(name, Point(x + 40, y + 14), TEXT)
        x += 72 + width(name, TEXT)


def _words(
    text: str, at: Point, size: float, kind: str = "", colour: str = "", *, end: bool = False
) -> str:
    looks = f' class="{kind}"' if kind else ""
    looks += f' style="fill:{colour}"' if colour else ""
    looks += ' text-anchor="end"' if end else ""
    return f'<text x="{at.x:.1f}" y="{at.y:.1f}" font-size="{size}"{looks}>{escape(text)}</text>'
