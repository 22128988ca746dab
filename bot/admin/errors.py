"""Errors that were logged, by kind and time alone; admins hear of each kind once an hour."""

import logging
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chat.telling import Telling
from bot.chat.worker import Worker
from bot.storage.writer import Writer

EVERY_SECONDS = 5.0
AGAIN = timedelta(hours=1)
OWN = "bot"
MOST_KINDS = 200
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]{2,59}", re.ASCII)


@dataclass(frozen=True)
class Met:
    """`at` is aware, in UTC."""

    kind: str
    at: datetime


def kind_of(record: logging.LogRecord) -> str:
    """`OSError in bot.chat.unit`: the class of the error and the logger, never the sentence."""
    error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
    if not error and record.name.partition(".")[0] == OWN and isinstance(record.args, tuple):
        named = [one for one in record.args if isinstance(one, str) and _CLASS.fullmatch(one)]
        error = named[-1] if named else ""
    return f"{error or record.levelname} in {record.name}"[:120]


class ErrorNotices(logging.Handler):
    """Hears every record of level ERROR of this process, in any thread; tells from its worker."""

    def __init__(self, writer: Writer, telling: Telling, clock: Callable[[], datetime]) -> None:
        super().__init__(logging.ERROR)
        self._writer, self._telling, self._clock = writer, telling, clock
        self._guard = threading.Lock()
        self._waiting: set[str] = set()
        self._told: dict[str, datetime] = {}
        self.last: Met | None = None
        self._worker = Worker("notices of errors", self.once, EVERY_SECONDS)
        self.run = self._worker.run

    def listen(self) -> None:
        logging.getLogger().addHandler(self)

    def close(self) -> None:
        logging.getLogger().removeHandler(self)
        super().close()

    def emit(self, record: logging.LogRecord) -> None:
        met = Met(kind_of(record), self._clock())
        with self._guard:
            self.last = met
            if len(self._waiting) < MOST_KINDS:
                self._waiting.add(met.kind)

    async def once(self) -> int:
        """How many kinds were told."""
        now = self._clock()
        with self._guard:
            waiting, self._waiting = self._waiting, set()
        self._told = {kind: at for kind, at in self._told.items() if at > now - AGAIN}
        new = sorted(waiting - self._told.keys())
        for kind in new:
            await self._tell(kind)
            self._told[kind] = now
        return len(new)

    async def _tell(self, kind: str) -> None:
        await self._writer.run(
            lambda connection: self._telling.admins(
                connection,
                lambda language: language.say(
                    "⚠️ Something went wrong in me: %(kind)s. /admin shows how I am.", kind=kind
                ),
            )
        )
