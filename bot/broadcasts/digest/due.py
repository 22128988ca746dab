"""When a digest is due and of which days it is: pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

HOUR = time(18, tzinfo=UTC)
MONDAY = 0
LATE = timedelta(hours=3)
DAYS = {"daily": 1, "weekly": 7}


@dataclass(frozen=True)
class Due:
    """`at` is its instant (aware, UTC), which makes it one; of the days `first` to `last`."""

    category: str
    at: datetime
    first: date
    last: date


def due(now: datetime) -> Iterator[Due]:
    """Those of today, from 18:00 UTC on; what was missed for three hours is left out."""
    today = now.astimezone(UTC).date()
    at = datetime.combine(today, HOUR)
    if not at <= now < at + LATE:
        return
    last = today - timedelta(days=1)
    for category, days in DAYS.items():
        if category == "daily" or today.weekday() == MONDAY:
            yield Due(category, at, today - timedelta(days=days), last)
