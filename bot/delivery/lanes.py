"""The two lanes: replies go at once, bulk messages take what is left; who was refused waits.

Pure arithmetic: times come in as seconds of a clock that never goes back.
"""

from bot.delivery.budget import Budget
from bot.delivery.charges import Call, ChatId
from bot.delivery.paces import Paces

CALM = 5.0


class Lanes:
    """`rate` is messages a second for the whole bot, `floor` the share of it that bulk keeps."""

    def __init__(self, *, rate: float = 30.0, floor: float = 0.1) -> None:
        self._budget = Budget(rate, floor)
        self._paces = Paces()
        self._held: dict[ChatId | None, float] = {}
        self._bulk_held = float("-inf")
        self._all_held = float("-inf")

    def reply(self, now: float, call: Call) -> float:
        """0 and the reply is charged and may go, or the seconds it is held.

        For a while after everything was held replies share the budget: those who waited would
        else go in one burst and be refused once more.
        """
        if hold := self.hold(now, call):
            return hold
        if call.cost:
            room = self._budget.room(now, call.cost) if now < self._all_held + CALM else 0.0
            if room:
                return room
            self._budget.spend(now, call.cost)
            self._paces.note(now, call)
        return 0.0

    def bulk(self, now: float, call: Call) -> float:
        """0 and the message is charged and may go, or the seconds after which to ask again.

        What costs nothing in a reply (a deletion) counts one here: bulk is always paced.
        """
        call = Call(call.chat, max(1, call.cost))
        wait = max(self.chat_wait(now, call), self._bulk_held - now)
        if wait <= 0:
            wait = self._budget.take(now, call.cost)
        if wait <= 0:
            self._paces.note(now, call)
        return max(0.0, wait)

    def chat_wait(self, now: float, call: Call) -> float:
        """The part of a bulk message's wait that is its chat's own: others may overtake it."""
        return max(self.hold(now, call), self._paces.wait(now, call))

    def hold(self, now: float, call: Call) -> float:
        """Seconds for which Telegram wants no call to this chat."""
        return max(0.0, max(self._held.get(call.chat, now), self._all_held) - now)

    def refused(self, now: float, call: Call, retry_after: float) -> None:
        """Telegram answered 429: this chat and the bulk lane are silent for `retry_after` seconds,
        and everything is if another chat is silent already.

        A refusal that is about no message and no chat (too many settings changed) holds nothing.
        """
        if call.chat is None and not call.cost:
            return
        until = now + retry_after
        self._held = {chat: end for chat, end in self._held.items() if end > now}
        if self._held.keys() - {call.chat}:
            self._all_held = max(self._all_held, until)
        self._held[call.chat] = max(self._held.get(call.chat, until), until)
        self._budget.slow_down(now, until)
        self._bulk_held = max(self._bulk_held, until)
