"""How bulk messages wait for their turn."""

import asyncio

from bot.delivery.charges import Call
from bot.delivery.errors import GateStopped
from bot.delivery.lanes import Lanes
from bot.delivery.rest import Rest


class BulkQueue:
    """One queue for all, in the order of coming; who is cancelled in it leaves no trace."""

    def __init__(self, lanes: Lanes, rest: Rest) -> None:
        self.waiting = 0
        self._lanes = lanes
        self._rest = rest
        self._front = asyncio.Lock()

    async def turn(self, call: Call) -> None:
        """Returns when the call may go, charged. Raises GateStopped."""
        self.waiting += 1
        try:
            while not await self._take_turn(call):
                pass
        finally:
            self.waiting -= 1

    async def _take_turn(self, call: Call) -> bool:
        """A chat's own wait is waited out of the queue, so that other chats overtake it."""
        await self._pause(self._lanes.chat_wait(self._rest.now(), call))
        async with self._front:
            while wait := self._lanes.bulk(self._rest.now(), call):
                if self._lanes.chat_wait(self._rest.now(), call):
                    return False
                await self._pause(wait)
        return True

    async def _pause(self, seconds: float) -> None:
        if await self._rest.is_broken_off(seconds):
            raise GateStopped("The bot is stopping")
