"""A broadcast that is being written: what it says, to whom, when, and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.broadcasts.audience import Audience
from bot.broadcasts.sending.contents import Content
from bot.texts.language import LANGUAGES

PLACE = "bc"
REST = ""
MOST_BUTTONS, LONGEST_LABEL = 6, 30
LONGEST_NUMBER = 12
MOST_MESSAGES = 10
"""Telegram's largest album."""


@dataclass(frozen=True)
class Draft:
    """`contents` are the versions by language, that of `REST` for everybody else.

    `at` is aware, None for at once. `revision` grows with every change; `tested` is the one that
    its author has received as a message.
    """

    id: int
    author: int
    audience: Audience
    at: datetime | None
    override: bool
    revision: int
    tested: int
    contents: Mapping[str, Content]

    @property
    def is_tested(self) -> bool:
        return bool(self.contents) and self.tested == self.revision

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Languages of the audience in which there would be nothing to send."""
        if REST in self.contents:
            return ()
        wanted = self.audience.languages or tuple(LANGUAGES)
        return tuple(code for code in wanted if code not in self.contents)

    @property
    def lacks(self) -> str:
        """What it takes before a test: `message`, `rest`, or nothing."""
        if not self.contents:
            return "message"
        return "rest" if self.uncovered else ""

    @property
    def cost(self) -> int:
        """Messages of the flood limits for one person, at most."""
        return max((content.cost for content in self.contents.values()), default=1)

    def holds(self, message_id: int) -> bool:
        return any(message_id in content.messages for content in self.contents.values())


def place_of(*parts: str) -> str:
    """Of a screen: `bc:text:it`."""
    return ":".join((PLACE, *parts))


def step_at(place: str) -> tuple[str, str]:
    """The screen and its argument; two empty texts for a place elsewhere."""
    name, _, rest = place.partition(":")
    if name != PLACE:
        return "", ""
    step, _, argument = rest.partition(":")
    return step or "home", argument


def number_of(text: str) -> int:
    """Of a broadcast; 0 for what is none."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 0
