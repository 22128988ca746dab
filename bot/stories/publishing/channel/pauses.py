"""How long to leave alone what failed: twice as long each time, up to a limit."""

from collections.abc import Callable, Hashable

FIRST_SECONDS, LONGEST_SECONDS = 5.0, 3600.0


class Pauses:
    """In memory alone: after a start everything is tried at once. `monotonic` is in seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._now = monotonic
        self._until: dict[Hashable, float] = {}
        self._failed: dict[Hashable, int] = {}

    def over(self, key: Hashable) -> bool:
        return self._now() >= self._until.get(key, 0.0)

    def hold(self, key: Hashable, seconds: float) -> None:
        """That long, which is no failure."""
        self._until[key] = self._now() + seconds

    def fail(self, key: Hashable, longest: float = LONGEST_SECONDS) -> None:
        failed = self._failed.get(key, 0)
        self._failed[key] = failed + 1
        self.hold(key, min(longest, FIRST_SECONDS * 2.0 ** min(failed, 20)))

    def end(self, key: Hashable) -> None:
        """It works again."""
        self._until.pop(key, None)
        self._failed.pop(key, None)
