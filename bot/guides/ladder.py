"""The rungs of a ladder, read off the blocks of the screen that is its text twin.

The first block is the heading. A block that is only the mark of where the person stands belongs to
the block after it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.texts.html import visible

HERE = "👉"
_SIGNS = re.compile(r"^[^\w(„“\"]+")


@dataclass(frozen=True)
class Rung:
    """`here`: the person stands on it."""

    text: str
    here: bool = False


@dataclass(frozen=True)
class Ladder:
    title: str
    rungs: tuple[Rung, ...]


def ladder(blocks: Sequence[str]) -> Ladder:
    """From rendered blocks (Telegram HTML), which have at least a heading."""
    title, *rest = blocks
    rungs: list[Rung] = []
    here = False
    for block in rest:
        if block.lstrip().startswith(HERE):
            here = True
            continue
        rungs.append(Rung(_plain(block), here))
        here = False
    return Ladder(_plain(title), tuple(rungs))


def _plain(block: str) -> str:
    """Without markup, and without the sign in front: a picture's font has no emoji."""
    return _SIGNS.sub("", visible(block)).replace("\n", " ").strip()
