"""Makes each digest once: a broadcast like the others, for those who want its category."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from bot.broadcasts.audience import Audience
from bot.broadcasts.digest import store
from bot.broadcasts.digest.due import Due, due
from bot.broadcasts.digest.text import content
from bot.broadcasts.store import Holders, count
from bot.storage.writer import Writer
from bot.texts.language import Language

EVERY_SECONDS = 60.0
MOST = 5
Languages = Callable[[], Mapping[str, Language]]
Shown = Callable[[str], str]


class Digest:
    """`shown` makes an author's words Telegram HTML; `wake` tells the sender that one is due.

    `bot_id` stands in place of the chat that other broadcasts are copied from.
    """

    def __init__(
        self,
        writer: Writer,
        clock: Callable[[], datetime],
        languages: Languages,
        shown: Shown,
        holders: Holders,
        wake: Callable[[], None],
        bot_id: int,
    ) -> None:
        self._writer, self._clock, self._languages = writer, clock, languages
        self._shown, self._holders = shown, holders
        self._wake, self._bot_id = wake, bot_id

    async def once(self) -> int:
        """How many were made: to be called every minute."""
        now = self._clock()
        made = 0
        for one in due(now):
            made += await self._writer.run(partial(self._make, one=one))
        if made:
            self._wake()
        return made

    def _make(self, connection: Connection, one: Due) -> bool:
        """Nothing where it is made already, or there is no story, or nobody who wants it."""
        if store.is_made(connection, one):
            return False
        languages = self._languages()
        found = {
            code: best
            for code, best in store.best(connection, one, MOST).items()
            if code in languages
        }
        audience = Audience(one.category, tuple(sorted(found)))
        if not found or not count(connection, audience, one.at.date(), self._holders):
            return False
        contents = {
            code: content(one.category, best, languages[code], self._shown)
            for code, best in found.items()
        }
        store.schedule(connection, one, audience, contents, self._bot_id)
        return True
