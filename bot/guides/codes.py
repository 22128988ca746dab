"""Callback data of guides: `g:guide:node:action`, at most 64 bytes, good for ever.

The data names the node and what was meant there, never a position: an old button still says what
it says. Actions: the id of a choice or of the next node as it is, and a sign or two before the rest
for everything else.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "choose", "tick", "untick", "done", "day", "month", "skip", "back", "on", "look", "again",
    "country", "open",
]  # fmt: skip

_SIGNS: dict[Kind, str] = {
    "choose": "", "tick": "+", "untick": "-", "done": "!", "day": "=", "month": "~", "skip": "/",
    "back": "<", "on": ">", "look": "@", "again": "0!", "country": "*", "open": "o!",
}  # fmt: skip
_KINDS: dict[str, Kind] = {sign: kind for kind, sign in _SIGNS.items()}

_DATA = re.compile(
    r"g:(?P<guide>[a-z][a-z0-9_]{0,15}):(?P<node>[a-z][a-z0-9_]{0,21}):"
    r"(?P<sign>0!|o!|[-+!=~/<>@*]?)(?P<value>[A-Za-z0-9_-]{0,22})",
    re.ASCII,
)


@dataclass(frozen=True)
class Press:
    guide: str
    node: str
    kind: Kind
    value: str = ""


def encode(press: Press) -> str:
    return f"g:{press.guide}:{press.node}:{_SIGNS[press.kind]}{press.value}"


def decode(data: str) -> Press | None:
    """None for anything this bot would not have written."""
    match = _DATA.fullmatch(data)
    if match is None:
        return None
    kind = _KINDS[match["sign"]]
    if kind == "choose" and not match["value"]:
        return None
    return Press(match["guide"], match["node"], kind, match["value"])
