"""Wrong receipts: whoever sends them waits longer and longer. In memory, lost at a restart."""

from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTHING = timedelta()
FREE_GUESSES = 2
FIRST_WAIT = timedelta(seconds=30)
MOST_GUESSES = 10
HOUR = timedelta(hours=1)
CROWD = 200
WAIT_IN_CROWD = timedelta(minutes=1)
MOST_PEOPLE = 10_000


@dataclass(frozen=True)
class _Past:
    wrong: int
    last: datetime

    def is_over(self, now: datetime) -> bool:
        return now - self.last >= pause_after(self.wrong) + HOUR


class Guesses:
    """A right receipt pays nothing back: somebody who has one could buy guesses with it.

    What is remembered of a person holds for an hour without a wrong one, and goes with the next
    one of anybody. It goes too when 10,000 newer people came; then the wait that all share, while
    there is a crowd of wrong ones, still holds.
    """

    def __init__(self, *, most_people: int = MOST_PEOPLE) -> None:
        self._most_people = most_people
        self._past: OrderedDict[int, _Past] = OrderedDict()
        self._crowd: deque[datetime] = deque(maxlen=CROWD)

    def wait(self, person: int, now: datetime) -> timedelta:
        """How long no receipt is looked up for them, not even a right one; zero: go on."""
        past = self._past.get(person)
        if past is None:
            return NOTHING
        pause = pause_after(past.wrong)
        if self._is_crowded(now):
            pause = max(pause, WAIT_IN_CROWD)
        return min(max(past.last + pause - now, NOTHING), pause)

    def wrong(self, person: int, now: datetime) -> None:
        past = self._past.pop(person, None)
        before = past.wrong if past and not past.is_over(now) else 0
        self._past[person] = _Past(min(before + 1, MOST_GUESSES), now)
        while next(iter(self._past.values())).is_over(now):
            self._past.popitem(last=False)
        self._crowd.append(now)
        while len(self._past) > self._most_people:
            self._past.popitem(last=False)

    def __len__(self) -> int:
        """Of how many people something is remembered."""
        return len(self._past)

    def _is_crowded(self, now: datetime) -> bool:
        return len(self._crowd) == CROWD and now - self._crowd[0] < HOUR


def pause_after(wrong: int) -> timedelta:
    """Nothing after the first two, then 30 seconds, doubled each time, an hour from the tenth."""
    if wrong <= FREE_GUESSES:
        return NOTHING
    if wrong >= MOST_GUESSES:
        return HOUR
    return FIRST_WAIT * (1 << (wrong - FREE_GUESSES - 1))
