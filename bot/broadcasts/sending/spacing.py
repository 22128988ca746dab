"""Slower than the limits allow, where an admin asks for it."""

from collections.abc import Callable

FULL = 100


class Spacing:
    """Gives each message of one broadcast its instant; `rate` is messages a second at full pace.

    At full pace none waits here: the gate paces.
    """

    def __init__(self, rate: float, monotonic: Callable[[], float]) -> None:
        self._rate, self._now = rate, monotonic
        self._free = float("-inf")

    def seconds(self, cost: int, pace: int) -> float:
        """From now until the next one may go; it is given away."""
        now = self._now()
        start = max(now, self._free)
        if pace >= FULL:
            self._free = now
            return 0.0
        self._free = start + cost * FULL / (self._rate * pace)
        return start - now
