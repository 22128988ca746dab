"""What became of a message: for its row, for the broadcast, and for all that come after."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.broadcasts.sending.calls import Delivered
from bot.broadcasts.sending.failures import Failure, Rule
from bot.broadcasts.sending.orders import Outcome, Recipient
from bot.broadcasts.sending.queue.ledger import Ledger
from bot.broadcasts.sending.rests import Rests
from bot.broadcasts.states import BroadcastState, RecipientState
from bot.broadcasts.store import move
from bot.chat.telling import Words
from bot.storage.writer import Writer
from bot.texts.language import Language

Notify = Callable[[Connection, Words], None]
STATES = {
    Rule.UNSENT: RecipientState.PENDING,
    Rule.SOURCE: RecipientState.PENDING,
    Rule.MAYBE: RecipientState.UNKNOWN,
    Rule.LEFT: RecipientState.BLOCKED,
    Rule.ABSENT: RecipientState.BLOCKED,
    Rule.REFUSED: RecipientState.FAILED,
}


class Landing:
    """`notify` tells admins that a broadcast was stopped, in the transaction that stops it."""

    def __init__(
        self,
        writer: Writer,
        ledger: Ledger,
        rests: Rests,
        notify: Notify,
        clock: Callable[[], datetime],
    ) -> None:
        self._writer, self._ledger, self._rests = writer, ledger, rests
        self._notify, self._clock = notify, clock

    def note(self, broadcast: int, to: Recipient, result: Delivered | Failure) -> bool:
        """Whether others can go on; else those that wait for their turn are to be broken off."""
        if isinstance(result, Delivered):
            return self._delivered(broadcast, to, result)
        if result.rule is Rule.HELD:
            self._held(broadcast, to, result.seconds)
            return False
        self.put(broadcast, to, STATES[result.rule], result.reason)
        match result.rule:
            case Rule.UNSENT:
                self._rests.offline()
            case Rule.MAYBE:
                return not self._rests.lost()
            case Rule.SOURCE:
                self._stop(broadcast)
            case _:
                self._rests.worked()
                return True
        return False

    def put(self, broadcast: int, to: Recipient, state: RecipientState, reason: str = "") -> None:
        """One that did not arrive. Pending ones have no reason: they are as they were before."""
        kept = "" if state is RecipientState.PENDING else reason
        self._ledger.add(Outcome(broadcast, to.chat_id, state, kept))

    async def settled(self) -> None:
        await self._ledger.settled()

    def _held(self, broadcast: int, to: Recipient, seconds: float) -> None:
        """Noted with the row that may go again: the next process keeps to it, too."""
        self._rests.hold(seconds)
        until = self._clock() + timedelta(seconds=seconds)
        pending = RecipientState.PENDING
        self._ledger.add(Outcome(broadcast, to.chat_id, pending, silent_until=until))

    def _delivered(self, broadcast: int, to: Recipient, result: Delivered) -> bool:
        self._rests.worked()
        count = result.last - result.first + 1
        sent = RecipientState.SENT
        self._ledger.add(Outcome(broadcast, to.chat_id, sent, result.missing, result.first, count))
        if result.missing == "source":
            self._stop(broadcast)
            return False
        return True

    def _stop(self, broadcast: int) -> None:
        now = self._clock()

        def unit(connection: Connection) -> None:
            if move(connection, broadcast, BroadcastState.STOPPED, now, "source"):
                self._notify(connection, words)

        def words(language: Language) -> str:
            return language.say(
                "⏹ Broadcast #%(number)s has stopped: a message it copies was deleted. Whoever had "
                "not got it yet gets nothing.",
                number=broadcast,
            )

        self._writer.post(unit)
