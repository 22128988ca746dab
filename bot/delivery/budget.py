"""How many messages may go in a second, and when the next bulk message may."""

from bot.delivery.window import Window

SECOND = 1.0
EVEN = 0.98  # a little slower than allowed: the network bunches up what leaves here evenly
LATE = 0.05  # a message late by this much is caught up with; after a longer pause none is
MOMENT = 0.001
RECOVERY = 0.02
MEMORY = 5.0


class Budget:
    """Counts what went in the last second; bulk messages share evenly what replies leave.

    Replies are not asked for in advance, so bulk messages leave room for as many as came in the
    busiest of the last seconds. While replies stay below that, no second has more than `rate`.

    Times are seconds of any clock that never goes back. `floor` is the share of `rate` that bulk
    messages have however many replies there are.
    """

    def __init__(self, rate: float, floor: float) -> None:
        self._rate = rate
        self._floor = floor
        self._all = Window(SECOND)
        self._replies = Window(SECOND)
        self._peak = 0
        self._peak_end = float("-inf")
        self._slot = float("-inf")
        self._slot_cost = 0
        self._share = 1.0
        self._slow_until = float("-inf")

    def spend(self, now: float, cost: int) -> None:
        """A reply went."""
        self._all.add(now, cost)
        self._replies.add(now, cost)
        count = self._replies.total(now)
        if count >= self._peak or now >= self._peak_end:
            self._peak, self._peak_end = count, now + MEMORY

    def room(self, now: float, cost: int) -> float:
        """Seconds until `cost` more fit into the second, 0 if they do."""
        return self._all.room(now, cost, self._rate) - now

    def take(self, now: float, cost: int) -> float:
        """0 and the bulk message is charged, or the seconds after which to ask again."""
        ready = self._slot + self._slot_cost / self._pace(now, cost)
        if ready > now:
            return max(MOMENT, self._next_change(now, ready) - now)
        self._slot = ready if now - ready <= LATE else now
        self._slot_cost = cost
        self._all.add(now, cost)
        return 0.0

    def slow_down(self, now: float, until: float) -> None:
        """Telegram refused a message and nothing goes before `until`: then at half the pace.

        Refusals until then are of messages that were on their way already; they slow no further.
        """
        if now >= self._slow_until:
            self._share = max(self._floor, self.share(now) / 2)
        self._slow_until = max(self._slow_until, until)

    def share(self, now: float) -> float:
        """The part of the pace that is left after refusals: up by 2 % of all each second."""
        return min(1.0, self._share + RECOVERY * max(0.0, now - self._slow_until))

    def _pace(self, now: float, cost: int) -> float:
        least = self._rate * self._floor
        room = self._rate - self._reserve(now)
        gone = self._all.total(now) - self._replies.total(now)
        if 0 < gone > room - cost:
            return least
        return max(least, room * EVEN * self.share(now))

    def _reserve(self, now: float) -> int:
        return self._peak if now < self._peak_end else self._replies.total(now)

    def _next_change(self, now: float, ready: float) -> float:
        """When the message is ready, or the pace may be another one before."""
        changes = (ready, self._all.next_change(now), self._peak_end)
        return min(time for time in changes if time is not None and time > now)
