"""The worker that recalls and corrects: some rows at a time, until nothing waits."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from telegram.ext import ExtBot

from bot.broadcasts.running import store as running
from bot.broadcasts.running.amending import store
from bot.broadcasts.running.amending.calls import Calls
from bot.broadcasts.running.amending.store import Amended, Delivery
from bot.broadcasts.running.states import RECALL
from bot.broadcasts.sending.contents import Footer
from bot.chat.worker import Worker
from bot.storage.writer import Writer

AT_ONCE = 60
EVERY_SECONDS = 2.0
LOOKED_BACK = timedelta(days=7)
"""Longer than Telegram's 48 hours: a pause of the server must not leave rows behind."""


class Amending:
    """What waits when the process ends goes on with the next: a repeated call does no harm."""

    def __init__(
        self, bot: ExtBot[Any], writer: Writer, footer: Footer, clock: Callable[[], datetime]
    ) -> None:
        self._calls, self._writer, self._clock = Calls(bot, footer), writer, clock
        self._worker = Worker("recalls and corrections", self._once, EVERY_SECONDS)

    @property
    def run(self) -> Callable[[], Coroutine[Any, Any, None]]:
        return self._worker.run

    def wake(self) -> None:
        """From the unit of the press."""
        self._worker.wake()

    async def _once(self) -> None:
        since = self._clock() - LOOKED_BACK
        for broadcast, job in await self._writer.run(partial(store.jobs, since=since)):
            await self._amend(broadcast, job)

    async def _amend(self, broadcast: int, job: str) -> None:
        while True:
            wait = partial(store.waiting, broadcast=broadcast, job=job, most=AT_ONCE)
            rows = await self._writer.run(wait)
            outcomes = [one for one in await self._all(broadcast, job, rows) if one is not None]
            if not outcomes:
                return
            note = partial(store.settle, broadcast=broadcast, job=job, outcomes=outcomes)
            await self._writer.run(note)

    async def _all(
        self, broadcast: int, job: str, rows: Sequence[Delivery]
    ) -> list[Amended | None]:
        """The gate gives each call its turn."""
        if not rows:
            return []
        if job == RECALL:
            return await asyncio.gather(*(self._calls.recall(broadcast, one) for one in rows))
        contents = await self._writer.run(partial(running.contents, broadcast=broadcast))
        corrections = await self._writer.run(partial(store.corrections, broadcast=broadcast))
        return await asyncio.gather(
            *(self._calls.correct(broadcast, one, contents, corrections) for one in rows)
        )
