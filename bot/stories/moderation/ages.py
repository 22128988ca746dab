"""How long things have waited, as far as this process has seen: rows tell no times."""

from collections.abc import Iterable
from datetime import datetime, timedelta


class Ages:
    """Times are aware. Lost at a restart: then everything is as young as the process."""

    def __init__(self) -> None:
        self._since: dict[str, datetime] = {}

    def observe(self, keys: Iterable[str], now: datetime) -> None:
        """These wait now, and no others."""
        self._since = {key: self._since.get(key, now) for key in keys}

    def oldest(self, now: datetime) -> timedelta | None:
        """None when nothing waits."""
        return max((now - since for since in self._since.values()), default=None)

    def in_order(self) -> list[str]:
        """The oldest first; of one age by their random keys."""
        return sorted(self._since, key=lambda key: (self._since[key], key))


class Reminder:
    """At most one a day, when something has waited for longer than `AFTER`."""

    AFTER = timedelta(hours=24)
    PAUSE = timedelta(hours=24)

    def __init__(self) -> None:
        self._last: datetime | None = None

    def is_due(self, oldest: timedelta | None, now: datetime) -> bool:
        """True once; then not for a day."""
        rests = self._last is not None and now - self._last < self.PAUSE
        if oldest is None or oldest <= self.AFTER or rests:
            return False
        self._last = now
        return True
