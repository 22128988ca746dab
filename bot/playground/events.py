"""What happened, told to the clients of the people it concerns."""

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from bot.playground.signals import Signal

Json = dict[str, Any]
KEPT = 2_000


class Events:
    """A numbered log for each person; the numbers rise over all people together.

    Kinds: message, edited, deleted, answer, cleared, action, commands, notice (of no chat);
    besides, for fake clients: unchanged (an edit that changed nothing) and refused (a call for
    this chat that failed).
    """

    def __init__(self) -> None:
        self.version = 0
        self._logs: defaultdict[int, deque[tuple[int, Json]]] = defaultdict(
            lambda: deque(maxlen=KEPT)
        )
        self._signals: defaultdict[int, Signal] = defaultdict(Signal)

    def tell(self, people: Iterable[int], kind: str, **fields: Any) -> None:
        self.version += 1
        entry = (self.version, {"kind": kind, "version": self.version, **fields})
        for person in people:
            self._logs[person].append(entry)
            if person in self._signals:
                self._signals[person].notify()

    def after(self, person: int, version: int) -> list[Json]:
        recent: list[Json] = []
        for number, event in reversed(self._logs[person]):
            if number <= version:
                break
            recent.append(event)
        return recent[::-1]

    async def wait(self, person: int, version: int, seconds: float) -> list[Json]:
        """The events after `version`, as soon as there is one; an empty list after `seconds`."""
        found = self.after(person, version)
        if not found and seconds > 0 and await self._signals[person].wait(seconds):
            found = self.after(person, version)
        return found
