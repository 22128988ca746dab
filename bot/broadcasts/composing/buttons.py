"""Buttons under a message: a label, and a guide, a story or a link it leads to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from sqlalchemy import Connection

from bot.broadcasts.composing.drafts import LONGEST_LABEL
from bot.texts.html import utf16_length

GUIDE, STORY, LINK = "guide", "story", "link"
LONGEST_LINK = 1000
_STORY = re.compile(r"#?(\d{1,9})")
_SPACES = re.compile(r"\s")


class Targets(Protocol):
    """What a button can lead to inside the bot."""

    def guides(self) -> Sequence[str]:
        """Their ids, in the order of the menu."""
        ...

    def is_story(self, connection: Connection, number: int) -> bool:
        """Whether a published story has that number."""
        ...


@dataclass(frozen=True)
class Refused:
    """Why it is no button: `shape`, `label`, `guide`, `story` or `link`."""

    why: str


def read_button(
    connection: Connection, text: str, targets: Targets
) -> tuple[str, str, str] | Refused:
    """Label, kind and value of what an admin typed: the label, and its target in a second line."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if len(lines) != 2:  # noqa: PLR2004 - a label and where it leads
        return Refused("shape")
    label, target = lines
    if utf16_length(label) > LONGEST_LABEL:
        return Refused("label")
    if target in targets.guides():
        return label, GUIDE, target
    if story := _STORY.fullmatch(target):
        number = int(story[1])
        known = targets.is_story(connection, number)
        return (label, STORY, str(number)) if known else Refused("story")
    if "/" in target or ":" in target:
        return (label, LINK, target) if _is_link(target) else Refused("link")
    return Refused("guide")


def _is_link(target: str) -> bool:
    """An https address of a host with a name, without a user in it."""
    if len(target) > LONGEST_LINK or _SPACES.search(target):
        return False
    try:
        parts = urlsplit(target)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = "." in host.strip(".") and parts.username is None
    return parts.scheme == "https" and named
