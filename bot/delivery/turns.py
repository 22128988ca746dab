"""First come, first served, a chat."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from bot.delivery.charges import ChatId


@dataclass(slots=True)
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    present: int = 0


class Turns:
    """Queues exist while somebody stands in them, so a chat that never waits costs nothing."""

    def __init__(self) -> None:
        self._queues: dict[ChatId | None, _Queue] = {}

    def __contains__(self, chat: ChatId | None) -> bool:
        """Whether somebody waits in this chat."""
        return chat in self._queues

    @contextlib.asynccontextmanager
    async def of(self, chat: ChatId | None) -> AsyncIterator[None]:
        """Entered by one at a time, in the order of coming."""
        queue = self._queues.setdefault(chat, _Queue())
        queue.present += 1
        try:
            async with queue.lock:
                yield
        finally:
            queue.present -= 1
            if not queue.present:
                del self._queues[chat]
