"""How replies wait while Telegram wants a chat silent."""

from bot.delivery.charges import Call
from bot.delivery.errors import ReplyHeld
from bot.delivery.lanes import Lanes
from bot.delivery.rest import Rest
from bot.delivery.turns import Turns


class ReplyQueues:
    """A queue a chat, in the order of coming; who is cancelled in it leaves no trace."""

    def __init__(self, lanes: Lanes, rest: Rest) -> None:
        self.given_up = 0
        self._lanes = lanes
        self._rest = rest
        self._turns = Turns()

    async def wait_out(self, call: Call, patience: float) -> float:
        """Returns the patience that is left when the reply may go, charged. Raises ReplyHeld."""
        start = self._rest.now()
        hold = self._lanes.hold(start, call)
        if hold > patience:
            raise self.held(hold)
        if call.chat not in self._turns and not self._lanes.reply(start, call):
            return patience
        async with self._turns.of(call.chat):
            now = self._rest.now()
            while hold := self._lanes.reply(now, call):
                await self.pause(hold, start + patience - now)
                now = self._rest.now()
        return start + patience - now

    async def pause(self, seconds: float, patience: float) -> None:
        if seconds > patience or await self._rest.is_broken_off(seconds):
            raise self.held(seconds)

    def held(self, seconds: float) -> ReplyHeld:
        self.given_up += 1
        return ReplyHeld(seconds)
