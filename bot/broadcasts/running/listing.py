"""The list of recipients as a CSV file: chat, state, reason; no names, for none are kept."""

import contextlib
import csv
import io
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from bot.broadcasts.running.figures import store
from bot.chat.worker import Worker
from bot.storage.writer import Writer

A_PAGE = 5_000
EVERY_SECONDS = 60.0
HEAD = ("chat_id", "state", "reason")


class Listing:
    """What is asked for is in memory alone: after a restart the admin presses again.

    Rows are read some thousands at a time, so that nobody's press waits for them.
    """

    def __init__(self, bot: ExtBot[Any], writer: Writer) -> None:
        self._bot, self._writer = bot, writer
        self._asked: dict[tuple[int, int], None] = {}
        self._worker = Worker("lists", self._once, EVERY_SECONDS)

    @property
    def run(self) -> Callable[[], Coroutine[Any, Any, None]]:
        return self._worker.run

    def ask(self, chat_id: int, broadcast: int) -> None:
        """From the unit of the press."""
        self._asked[chat_id, broadcast] = None
        self._worker.wake()

    async def _once(self) -> None:
        """What could not be sent is tried again with the next round."""
        while self._asked:
            chat_id, broadcast = asked = next(iter(self._asked))
            content = await self._table(broadcast)
            with contextlib.suppress(BadRequest, Forbidden):
                await self._bot.send_document(
                    chat_id, content, filename=f"broadcast-{broadcast}.csv"
                )
            del self._asked[asked]

    async def _table(self, broadcast: int) -> bytes:
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(HEAD)
        after: int | None = None
        while True:
            read = partial(store.page, broadcast=broadcast, after=after, most=A_PAGE)
            rows = await self._writer.run(read)
            table.writerows(rows)
            if len(rows) < A_PAGE:
                return text.getvalue().encode()
            after = rows[-1][0]
