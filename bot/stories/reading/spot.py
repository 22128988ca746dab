"""Where a reader is: which story, in which list, in whose languages, on which page of it.

Its code travels in callback data (64 bytes with what goes before) and stands as the place.
"""

import re
from dataclasses import dataclass, replace
from typing import Self

from bot.stories.model import SECTORS, TAGS, TELLERS
from bot.texts.language import LANGUAGES

NEWEST, WEEK, MONTH, EVER = "new", "week", "month", "ever"
RANDOM, KEPT, FOUND, ALONE = "random", "kept", "found", "alone"
BEST = (WEEK, MONTH, EVER)
OWN_LANGUAGE, ALL_LANGUAGES = "o", "a"
SCOPES = (OWN_LANGUAGE, ALL_LANGUAGES, *LANGUAGES)
TAG, OWN_TAG, SECTOR, TELLER = "tag", "own", "in", "by"
_PLAIN = frozenset({NEWEST, *BEST, RANDOM, KEPT, FOUND, ALONE})
_CHOICES = {TAG: TAGS, SECTOR: SECTORS, TELLER: TELLERS}
_OWN = re.compile(r"(\d{1,9})\.(\d{1,2})", re.ASCII)
_SPOT = re.compile(r"(\d{1,9}):([a-z_0-9.-]{1,20}):([a-z]{1,2}):(-?\d{1,9}):(\d{1,3})", re.ASCII)


@dataclass(frozen=True)
class Feed:
    """A list. `value` is a tag, a sector or a teller; of an author's own tag, `17.2`: the third
    of story 17. `scope`: in the reader's language, whichever that is, in all, or in a certain one.
    """

    name: str
    value: str = ""
    scope: str = OWN_LANGUAGE

    @property
    def code(self) -> str:
        return f"{self.name}-{self.value}" if self.value else self.name

    @classmethod
    def parse(cls, code: str, scope: str) -> Self | None:
        name, _, value = code.partition("-")
        known = (
            code in _PLAIN
            or value in _CHOICES.get(name, ())
            or (name == OWN_TAG and _OWN.fullmatch(value) is not None)
        )
        return cls(name, value, scope) if known and scope in SCOPES else None

    def languages(self, own: str) -> tuple[str, ...]:
        """Those whose stories it has; `own` is the reader's."""
        if self.scope == ALL_LANGUAGES:
            return tuple(LANGUAGES)
        return (own if self.scope == OWN_LANGUAGE else self.scope,)

    def own_tag(self) -> tuple[int, int] | None:
        """A story's number, and which of its tags."""
        found = _OWN.fullmatch(self.value) if self.name == OWN_TAG else None
        return (int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True)
class Spot:
    """`key` is the score under which it stood in a list of the best; `page` counts from 1."""

    number: int
    feed: Feed = Feed(ALONE)
    key: int = 0
    page: int = 1

    @property
    def code(self) -> str:
        feed = self.feed
        return f"{self.number}:{feed.code}:{feed.scope}:{self.key}:{self.page}"

    @classmethod
    def parse(cls, code: str) -> Self | None:
        found = _SPOT.fullmatch(code)
        feed = Feed.parse(found[2], found[3]) if found else None
        if found is None or feed is None:
            return None
        return cls(int(found[1]), feed, int(found[4]), max(1, int(found[5])))

    def on_page(self, page: int) -> Self:
        return replace(self, page=page)
