"""How often one chat may get a bulk message."""

from telegram.constants import FloodLimit

from bot.delivery.charges import Call, ChatId
from bot.delivery.window import Window

GAP = 1 / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT
MINUTE = 60.0


class Paces:
    """One message a second for a chat, 20 a minute for a group; chats are forgotten after a minute.

    The limits are those of Telegram's FAQ, "My bot is hitting limits, how do I avoid this?".
    """

    def __init__(self, gap: float = GAP) -> None:
        """`gap` is the seconds between two messages to a chat."""
        self._gap = gap
        self._past: dict[ChatId, Window] = {}
        self._next: dict[ChatId, float] = {}

    def __len__(self) -> int:
        return len(self._past)

    def wait(self, now: float, call: Call) -> float:
        """Seconds until this call may go to its chat."""
        if call.chat is None or call.chat not in self._next:
            return 0.0
        ready = self._next[call.chat]
        if call.to_group and call.chat in self._past:
            limit = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
            ready = max(ready, self._past[call.chat].room(now, call.cost, limit))
        return max(0.0, ready - now)

    def note(self, now: float, call: Call) -> None:
        """The call goes now."""
        if call.chat is None:
            return
        self._next.pop(call.chat, None)
        self._next[call.chat] = now + self._gap * call.cost
        if call.to_group:
            past = self._past.pop(call.chat, None) or Window(MINUTE)
            past.add(now, call.cost)
            self._past[call.chat] = past
        self._forget(now)

    def _forget(self, now: float) -> None:
        """A chat that is noted moves to the end, so that the oldest stand first."""
        while self._next:
            chat, ready = next(iter(self._next.items()))
            if ready > now or (chat in self._past and self._past[chat].total(now)):
                return
            del self._next[chat]
            self._past.pop(chat, None)
