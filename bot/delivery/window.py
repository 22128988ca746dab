"""How many messages went in the last seconds."""

from collections import deque


class Window:
    """A sliding sum: what was added counts until `seconds` later, not a moment longer."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._entries: deque[tuple[float, int]] = deque()
        self._total = 0

    def add(self, now: float, cost: int) -> None:
        self._forget(now)
        self._entries.append((now, cost))
        self._total += cost

    def total(self, now: float) -> int:
        self._forget(now)
        return self._total

    def next_change(self, now: float) -> float | None:
        """When the sum falls next, None if it is 0 already."""
        self._forget(now)
        return self._entries[0][0] + self._seconds if self._entries else None

    def room(self, now: float, cost: int, limit: float) -> float:
        """When `cost` more stay within the limit; with nothing before it, even more than it may."""
        excess = self.total(now) + cost - limit
        ready = now
        for time, spent in self._entries:
            if excess <= 0:
                break
            excess -= spent
            ready = time + self._seconds
        return ready

    def _forget(self, now: float) -> None:
        while self._entries and self._entries[0][0] + self._seconds <= now:
            self._total -= self._entries.popleft()[1]
