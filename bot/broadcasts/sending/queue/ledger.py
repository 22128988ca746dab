"""Outcomes, noted in groups: no message waits for a commit of its own."""

import asyncio
import logging
from functools import partial

from bot.broadcasts.sending.orders import Outcome
from bot.broadcasts.sending.queue import store
from bot.storage.writer import Probe, Writer

log = logging.getLogger(__name__)
GATHER_SECONDS, AGAIN_SECONDS = 0.1, 1.0


class Ledger:
    """What is gathered for a tenth of a second is one unit of work; one that fails is repeated."""

    def __init__(self, writer: Writer, probe: Probe) -> None:
        self._writer, self._probe = writer, probe
        self._outcomes: list[Outcome] = []
        self._noting: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()

    def add(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        if self._noting is None:
            self._noting = asyncio.create_task(self._note_all())

    async def settled(self) -> None:
        """Returns when all that was added is committed."""
        while self._noting is not None:
            self._hurry.set()
            await asyncio.shield(self._noting)

    async def _note_all(self) -> None:
        try:
            while self._outcomes:
                await self._pause(GATHER_SECONDS)
                await self._note()
        finally:
            self._noting = None
            self._hurry.clear()

    async def _note(self) -> None:
        gathered, self._outcomes = self._outcomes, []
        self._probe("broadcast_before_note")
        try:
            await self._writer.run(partial(store.settle, outcomes=gathered))
        except Exception as error:  # noqa: BLE001 - a full disk may have room in a moment
            log.warning("outcomes wait to be noted: %s", type(error).__name__)
            self._outcomes = gathered + self._outcomes
            await asyncio.sleep(AGAIN_SECONDS)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._hurry.wait()
        except TimeoutError:
            return
