"""The queue of updates a bot has not confirmed yet."""

from collections import OrderedDict
from collections.abc import Collection, Iterator
from itertools import islice

from telegram.constants import UpdateType

from bot.playground.chats import Json
from bot.playground.signals import Signal

FIRST_UPDATE = 100_000_001
KEPT_SECONDS = 24 * 60 * 60
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
KINDS = frozenset(kind.value for kind in UpdateType)
DEFAULT_KINDS = KINDS - _ON_REQUEST


class Updates:
    """Ordered by id. A kind that is not allowed is never queued, as at Telegram."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[int, tuple[float, Json]] = OrderedDict()
        self._next_id = FIRST_UPDATE
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.arrived = Signal()
        self.delivered = Signal()

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Json]:
        return (update for _, update in self._waiting.values())

    def __contains__(self, update_id: object) -> bool:
        return update_id in self._waiting

    def allow(self, kinds: Collection[str]) -> None:
        """An empty list stands for all but the three kinds that must be asked for."""
        self.allowed = frozenset(kinds) if kinds else DEFAULT_KINDS

    def gap(self, size: int) -> None:
        self._next_id += size

    def add(self, update: Json, now: float) -> int | None:
        """Queues an update, giving it the next id unless it has one; None when not allowed."""
        if not any(kind in self.allowed for kind in update) and KINDS & update.keys():
            return None
        update_id = int(update.get("update_id", self._next_id))
        self._next_id = max(self._next_id, update_id + 1)
        self._waiting[update_id] = (now, {"update_id": update_id, **update})
        self.arrived.notify()
        return update_id

    def confirm(self, update_id: int) -> None:
        self._waiting.pop(update_id, None)
        self.delivered.notify()

    def clear(self) -> None:
        self._waiting.clear()

    def forget_old(self, now: float) -> None:
        while self._waiting:
            update_id, (queued, _) = next(iter(self._waiting.items()))
            if now - queued < KEPT_SECONDS:
                return
            del self._waiting[update_id]

    def fetch(self, offset: int, limit: int) -> list[Json]:
        """What getUpdates answers: everything before `offset` is confirmed and gone.

        A negative offset keeps that many from the end and forgets the rest.
        """
        while self._waiting:
            first = next(iter(self._waiting))
            if not (first < offset if offset > 0 else len(self._waiting) > -offset > 0):
                break
            del self._waiting[first]
        return [update for _, update in islice(self._waiting.values(), limit)]
