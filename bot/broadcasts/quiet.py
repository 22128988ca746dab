"""Quiet hours: a message that comes at night is held until the morning where the person is.

A clock is a text `Europe/Rome 21 9`: the time zone, the hour from which it is quiet and the one
from which it is not. Two equal hours: never quiet.
"""

import functools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Clock:
    zone: tzinfo
    quiet_from: int
    quiet_to: int

    @classmethod
    def read(cls, text: str) -> Self:
        """A zone that nobody knows is taken for UTC. Raises ValueError for other texts."""
        name, start, end = text.split(" ")
        return cls(_zone(name), int(start), int(end))

    def is_quiet(self, instant: datetime) -> bool:
        """The instant is aware. Only the hour counts, so that one that comes twice is one."""
        hour = instant.astimezone(self.zone).hour
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= hour < self.quiet_to
        return hour >= self.quiet_from or hour < self.quiet_to

    def wakes(self, instant: datetime) -> datetime:
        """The first instant from this one on that is not quiet, in UTC.

        From full hour to full hour there, where clocks are changed: 9 is 9 on these days too.
        """
        instant = instant.astimezone(UTC)
        while self.is_quiet(instant):
            local = instant.astimezone(self.zone)
            into = timedelta(minutes=local.minute, seconds=local.second)
            instant += HOUR - into - timedelta(microseconds=local.microsecond)
        return instant


@functools.lru_cache(maxsize=4096)
def clock(text: str) -> Clock:
    return Clock.read(text)


def is_quiet(text: str, instant: datetime) -> bool:
    """Of a clock's text at an aware instant."""
    return clock(text).is_quiet(instant)


def wakes(text: str, instant: datetime) -> datetime:
    """The first instant from this one on at which a message may come."""
    return clock(text).wakes(instant)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return UTC
