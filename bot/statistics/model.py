"""The numbers that `/stats` and `galateo stats` show; days are of UTC."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

WEEK, MONTH = 7, 30


@dataclass(frozen=True)
class Within:
    """Of today, and of the last 7 and 30 days with today."""

    day: int
    week: int
    month: int


@dataclass(frozen=True)
class People:
    """`total` are those who are known now; `per_day` who came in the last 30 days, oldest first."""

    total: int
    blocked: int
    new: Within
    active: Within
    per_day: tuple[int, ...]


@dataclass(frozen=True)
class GuideCount:
    guide: str
    started: int
    finished: int


@dataclass(frozen=True)
class Stop:
    """`stopped` of those `asked` a question did not answer it."""

    guide: str
    question: str
    asked: int
    stopped: int


@dataclass(frozen=True)
class Guides:
    """Counted since the first of the month before this one. `stops`: where most people stop first."""

    since: date
    guides: tuple[GuideCount, ...]
    stops: tuple[Stop, ...]
    missed: int
    words: Mapping[str, int]


@dataclass(frozen=True)
class Stories:
    """`sent` are stories of the last 180 days and all that are published; the months before last
    half year keep no trace of those that were not.
    """

    sent: int
    waiting: int
    rejected: int
    withdrawn: int
    published: int
    published_month: int


@dataclass(frozen=True)
class Broadcasts:
    """Of the last 30 days: `messages` by what became of them, `left` by category."""

    count: int
    messages: Mapping[str, int]
    subscribed: Mapping[str, int]
    left: Mapping[str, int]


@dataclass(frozen=True)
class Numbers:
    day: date
    people: People
    guides: Guides
    stories: Stories
    broadcasts: Broadcasts
