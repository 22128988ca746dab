"""How far a broadcast is, how fast it goes and how long it takes: numbers, without words."""

import math
from collections import deque
from dataclasses import dataclass

BAR = 12
LOOK_BACK = 30.0


def ideal_seconds(messages: int, rate: float, pace: int = 100) -> float:
    """The least that many messages take at `rate` a second and a pace in percent of it."""
    return messages * 100 / (rate * pace)


@dataclass(frozen=True)
class Progress:
    """People: all of them, and those who still wait."""

    total: int
    waiting: int

    @property
    def done(self) -> int:
        return self.total - self.waiting

    @property
    def percent(self) -> int:
        """100 only when nobody waits."""
        return 100 * self.done // self.total if self.total else 100

    def bar(self, width: int = BAR) -> str:
        full = width * self.done // self.total if self.total else width
        return "▓" * full + "░" * (width - full)


class Speed:
    """People a second over the last half minute; times are seconds of a clock that only grows."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, now: float, done: int) -> None:
        self._seen.append((now, done))
        while now - self._seen[0][0] > LOOK_BACK:
            self._seen.popleft()

    @property
    def per_second(self) -> float:
        if len(self._seen) < 2:  # noqa: PLR2004 - between two points there is a speed
            return 0.0
        (start, before), (end, after) = self._seen[0], self._seen[-1]
        return (after - before) / (end - start) if end > start else 0.0

    def seconds_left(self, waiting: int) -> int | None:
        """None while nothing moves."""
        speed = self.per_second
        return math.ceil(waiting / speed) if speed > 0 else None
