"""How long nothing is taken: Telegram wants silence, or it does not answer."""

from collections.abc import Callable

PATIENCE = 5
FIRST_SECONDS, LONGEST_SECONDS = 2.0, 60.0


class Rests:
    """`monotonic` is in seconds. While Telegram does not answer, each message is
    perhaps lost: after a few in a row all wait, longer each time, and some are tried again.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._now = monotonic
        self._until = float("-inf")
        self._lost = self._rests = 0

    @property
    def left(self) -> float:
        return max(0.0, self._until - self._now())

    @property
    def careful(self) -> bool:
        """It did not work when it was tried last: one message is enough to see whether it does."""
        return self._rests > 0

    def hold(self, seconds: float) -> None:
        """Silence in one chat is silence in all: the gate lets none go before."""
        self._until = max(self._until, self._now() + seconds)

    def lost(self) -> bool:
        """One more without an answer; whether all wait now."""
        self._lost += 1
        if self._lost >= PATIENCE:
            self.offline()
        return self._lost >= PATIENCE

    def offline(self) -> None:
        """Those that were on their way together count once."""
        if not self.left:
            self._until = self._now() + min(LONGEST_SECONDS, FIRST_SECONDS * 2.0**self._rests)
            self._rests = min(self._rests + 1, 10)

    def worked(self) -> None:
        self._lost = self._rests = 0
