"""Boxes with their words in lines: how much room they take.

Estimated in pixels for a plain sans serif, a little too wide on purpose.
"""

from dataclasses import dataclass

from bot.editing.drawing.graph import Box
from bot.editing.drawing.places import Size

WIDTH, SIDE, TEXT, SMALL = 290.0, 12.0, 14.0, 12.5
LEADING, ROW_LEADING, ROW_GAP = 18.0, 16.0, 9.0
ENTRY = 17.0

BOLD = 1.12  # how much wider
NARROW, WIDE = frozenset("iljtfrI.,:;'!|()[]’·/ "), frozenset("mwMWQ@%…→—")


@dataclass(frozen=True)
class Lettered:
    """A box with its words in lines and its size."""

    box: Box
    text: list[str]
    rows: list[list[str]]
    size: Size


def lettered(box: Box) -> Lettered:
    room = WIDTH - 2 * SIDE
    text = wrapped(box.text, room, TEXT, 3, bold=True)
    rows = [wrapped(row.label, room - 34, SMALL, 4) if row.label else [] for row in box.rows]
    y = SIDE + (1 + len(text)) * LEADING
    ports = []
    for row in rows:
        height = len(row) * ROW_LEADING + ROW_GAP if row else 0
        ports.append(y + height / 2 if row else ENTRY)
        y += height
    return Lettered(box, text, rows, Size(WIDTH, y + 3, ENTRY, tuple(ports)))


def width(text: str, size: float) -> float:
    return sum(_em(letter) for letter in text) * size


def wrapped(text: str, room: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """Lines no wider than `room`, at most `most` of them; an ellipsis ends what is cut."""
    room = room / BOLD if bold else room
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, size) <= room or not line:
            line = longer
            continue
        lines.append(line)
        line = word
    lines += [line] if line else []
    cut = len(lines) > most
    kept = [_fitting(one, room, size) for one in lines[:most]]
    if cut:
        kept[-1] = _fitting(f"{kept[-1]} …", room, size)
    return kept


def _fitting(line: str, room: float, size: float) -> str:
    if width(line, size) <= room:
        return line
    line = line.removesuffix("…").rstrip()
    while line and width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _em(letter: str) -> float:
    if letter in NARROW:
        return 0.36
    if letter in WIDE:
        return 0.92
    return 0.7 if letter.isupper() else 0.6
