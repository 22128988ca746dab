"""What a story is made of: who tells, where it happened, what moderators may say of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Self

SHORTEST, LONGEST = 100, 6_000
SHORTEST_NOTE, LONGEST_NOTE = 10, 600
LONGEST_TAG, MOST_TAGS = 24, 6
LONGEST_NICKNAME, LONGEST_COMPANY = 24, 40


class Kind(StrEnum):
    """What was sent; all but a story belong to one. A `saying` is a reply heard on the line."""

    STORY = "story"
    COMMENT = "comment"
    REPLY = "reply"
    CORRECTION = "correction"
    SAYING = "saying"


class State(StrEnum):
    """Of a submission. `NEW` ones become `WAITING` together, at fixed hours."""

    NEW = "new"
    WAITING = "waiting"
    ASKED = "asked"
    ASIDE = "aside"
    REJECTED = "rejected"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class StoryState(StrEnum):
    """Of a published story; an archived one is readable and closed, of a removed or withdrawn one
    only the number is left.
    """

    OPEN = "open"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"

    @property
    def is_gone(self) -> bool:
        return self in GONE


GONE = (StoryState.WITHDRAWN, StoryState.REMOVED)
TELLERS = ("customer", "operator", "former", "other")
SECTORS = (
    "telecom", "energy", "bank", "insurance", "delivery", "travel",
    "shop", "tv", "health", "office", "agency", "other",
)  # fmt: skip
TAGS = (
    "long_wait", "hung_up", "many_answers", "rude_operator", "rude_caller", "kind_operator",
    "kind_caller", "sales_call", "lock_in", "lost_cancel", "recording", "technician",
    "bill", "refund", "work", "funny", "solved", "unsolved",
)  # fmt: skip
# The kind of what somebody masked by their own choice; its sign gives nothing away.
OWN_WORD, OWN_SIGN = "word", "[…]"
FEELINGS = ("trust", "calm", "anger", "stress", "confusion", "other")
REPORTS = ("told", "personal", "off_theme", "other")
REJECTIONS = (
    "off_theme", "advertising", "hate", "threat", "recognisable",
    "accusation", "harm", "told", "too_little", "own_words",
)  # fmt: skip


@dataclass(frozen=True)
class Mask:
    """A part of the text as it was sent that was masked: kept is its kind alone, never its words.

    `start` and `end` count characters of the masked text, where the placeholder stands.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Body:
    """What the author said, masked. `tags` are of TAGS or the author's own words."""

    text: str
    teller: str = "other"
    sector: str = "other"
    tags: tuple[str, ...] = ()
    nickname: str = ""
    company: str = ""
    masks: tuple[Mask, ...] = ()
    links: bool = False

    def as_json(self) -> dict[str, Any]:
        masks = [[mask.start, mask.end, mask.kind] for mask in self.masks]
        return {**vars(self), "tags": list(self.tags), "masks": masks}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        masks = tuple(Mask(*mask) for mask in kept["masks"])
        return cls(**{**kept, "tags": tuple(kept["tags"]), "masks": masks})


@dataclass(frozen=True)
class Line:
    """A line of the dialogue between moderators and author."""

    by_author: bool
    text: str


@dataclass(frozen=True)
class Submission:
    """`key` is random; `month` the first day of the month of sending; `about` a story's number."""

    key: str
    kind: Kind
    state: State
    month: date
    language: str
    body: Body
    about: int | None = None
    dialogue: tuple[Line, ...] = field(default=())
    reason: str = ""
