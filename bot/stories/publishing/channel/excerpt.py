"""The start of a text that is too long for a post: whole sentences where it can be, else words."""

import re

from bot.texts.html import utf16_length

WIDE = 0xFFFF
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|\n")
_SPACE = re.compile(r"\s+")


def excerpt(text: str, room: int) -> str:
    """The text where it has at most `room` UTF-16 units, else its start with `…`."""
    if utf16_length(text) <= room:
        return text
    start = _prefix(text, room - 2)
    ends = [found.end() for found in _SENTENCE.finditer(start)]
    if ends and ends[-1] > len(start) // 2:
        return f"{start[: ends[-1]].rstrip()} …"
    spaces = [found.start() for found in _SPACE.finditer(start)]
    if spaces and spaces[-1] > len(start) // 2:
        start = start[: spaces[-1]]
    return f"{start.rstrip()}…"


def _prefix(text: str, room: int) -> str:
    for place, sign in enumerate(text):
        room -= 2 if ord(sign) > WIDE else 1
        if room < 0:
            return text[:place]
    return text
