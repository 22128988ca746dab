"""What is known of a chat for a while: in memory only, bounded, gone with a restart."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Lately(Generic[Value]):
    """A value a chat, for as long as `kept`; with more than `most` chats the oldest go.

    Times are aware.
    """

    def __init__(self, kept: timedelta, most: int) -> None:
        self._kept, self._most = kept, most
        self._known: OrderedDict[int, tuple[Value, datetime]] = OrderedDict()

    def keep(self, chat_id: int, value: Value, now: datetime) -> None:
        """It takes the place of what was known, and its time begins anew."""
        self.forget(chat_id)
        self._known[chat_id] = (value, now + self._kept)
        self.forget_old(now)
        while len(self._known) > self._most:
            self._known.popitem(last=False)

    def find(self, chat_id: int, now: datetime) -> Value | None:
        self.forget_old(now)
        value, _ = self._known.get(chat_id, (None, now))
        return value

    def forget(self, chat_id: int) -> None:
        self._known.pop(chat_id, None)

    def forget_old(self, now: datetime) -> None:
        """Those whose time is over stand first."""
        while self._known and next(iter(self._known.values()))[1] <= now:
            self._known.popitem(last=False)
