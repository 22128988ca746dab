"""Telegram's limits on how fast a bot may send."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram.constants import FloodLimit

from bot.playground.refusal import too_many_requests

MINUTE = 60.0


@dataclass(frozen=True)
class FloodLimits:
    """Messages a sliding second overall; a second in a private chat, after `burst` at once
    (Telegram lets short bursts pass, its documentation names no number); a minute in a group.
    """

    overall: float = FloodLimit.MESSAGES_PER_SECOND
    private: float = FloodLimit.MESSAGES_PER_SECOND_PER_CHAT
    burst: int = 20
    group: float = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP


UNLIMITED = FloodLimits(overall=math.inf, private=math.inf, group=math.inf)


@dataclass
class _Window:
    """At most `limit` within any `span` seconds."""

    span: float
    sent: deque[float] = field(default_factory=deque)

    def wait(self, limit: float, cost: int, now: float) -> float:
        while self.sent and self.sent[0] <= now - self.span:
            self.sent.popleft()
        if len(self.sent) + cost <= limit or not self.sent:
            return 0.0
        blocking = min(len(self.sent), math.ceil(len(self.sent) + cost - limit)) - 1
        return self.sent[blocking] + self.span - now

    def take(self, cost: int, now: float) -> None:
        self.sent.extend([now] * cost)


@dataclass
class _Bucket:
    tokens: float
    filled: float

    def wait(self, limits: FloodLimits, cost: int, now: float) -> float:
        gained = (now - self.filled) * limits.private
        self.tokens, self.filled = min(float(limits.burst), self.tokens + gained), now
        return max(0.0, (min(cost, limits.burst) - self.tokens) / limits.private)


class Floods:
    """Charges sends and edits. Who comes again before `retry_after` is over is refused again."""

    def __init__(self, limits: FloodLimits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self._clock = clock
        self._overall = _Window(1.0)
        self._groups: defaultdict[int, _Window] = defaultdict(lambda: _Window(MINUTE))
        self._private: dict[int, _Bucket] = {}
        self._held: dict[int | None, float] = {}

    def charge(self, chat_id: int, cost: int = 1, *, private: bool) -> None:
        """Raises the refusal 429 and charges nothing when one of the limits is reached."""
        now = self._clock()
        self._still_held(None, now)
        self._still_held(chat_id, now)
        if self.limits.overall != math.inf:
            self._hold(None, self._overall.wait(self.limits.overall, cost, now), now)
        if private and self.limits.private != math.inf:
            bucket = self._private.setdefault(chat_id, _Bucket(self.limits.burst, now))
            self._hold(chat_id, bucket.wait(self.limits, cost, now), now)
            bucket.tokens -= cost
        elif not private and self.limits.group != math.inf:
            window = self._groups[chat_id]
            self._hold(chat_id, window.wait(self.limits.group, cost, now), now)
            window.take(cost, now)
        if self.limits.overall != math.inf:
            self._overall.take(cost, now)

    def _still_held(self, scope: int | None, now: float) -> None:
        until = self._held.get(scope)
        if until is None:
            return
        if until > now:
            raise too_many_requests(math.ceil(until - now))
        del self._held[scope]

    def _hold(self, scope: int | None, wait: float, now: float) -> None:
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            self._held[scope] = now + seconds
            raise too_many_requests(seconds)
