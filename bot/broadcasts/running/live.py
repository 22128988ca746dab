"""The live message: sent when a broadcast begins, edited every few seconds, the report at last."""

import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from bot.broadcasts.progress import Speed
from bot.broadcasts.running import store
from bot.broadcasts.running.report import report_of
from bot.broadcasts.running.shown import shown
from bot.broadcasts.running.store import Broadcast
from bot.chat.people import Person
from bot.chat.people import store as people
from bot.chat.screens import Screen
from bot.chat.worker import Worker
from bot.storage.writer import Writer
from bot.texts.language import Language

EVERY_SECONDS = 5.0
LOOKED_BACK = timedelta(days=7)


@dataclass(frozen=True)
class _View:
    chat_id: int
    screen: Screen
    is_final: bool


class Live:
    """Who writes to the bot does not wait for it: an edit is a reply like any other.

    Shown to whoever `may` see it at the moment: not to the author of a digest, who is nobody, nor
    to one who is an admin no more.
    """

    def __init__(
        self,
        bot: ExtBot[Any],
        writer: Writer,
        languages: Callable[[], Mapping[str, Language]],
        default_language: str,
        clock: Callable[[], datetime],
        may: Callable[[Connection, int], bool],
        *,
        seconds: float = EVERY_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot, self._writer, self._clock, self._now = bot, writer, clock, monotonic
        self._languages, self._default, self._may = languages, default_language, may
        self._speeds: dict[int, Speed] = {}
        self._last: dict[int, tuple[int | None, Screen]] = {}
        self._settled: set[int] = set()
        self._reopened: set[int] = set()
        self._worker = Worker("live messages", self.once, seconds)

    @property
    def run(self) -> Callable[[], Coroutine[Any, Any, None]]:
        return self._worker.run

    def reopen(self, broadcast: int) -> None:
        """Something is being done to a broadcast whose report was final, or is shown just now."""
        self._reopened.add(broadcast)
        self._settled.discard(broadcast)

    async def once(self) -> None:
        since = self._clock() - LOOKED_BACK
        for broadcast in await self._writer.run(partial(store.watched, since=since)):
            if broadcast.id not in self._settled:
                await self._show(broadcast)

    async def _show(self, broadcast: Broadcast) -> None:
        view = await self._writer.run(partial(self._view, broadcast=broadcast))
        if view is None:
            if broadcast.is_over:
                self._settle(broadcast.id)
            return
        if self._last.get(broadcast.id) != (broadcast.live_message, view.screen):
            try:
                message = await self._display(broadcast, view)
            except (BadRequest, Forbidden):  # deleted, or its reader blocked the bot
                self._settle(broadcast.id)
                return
            self._last[broadcast.id] = (message, view.screen)
        if view.is_final:
            self._settle(broadcast.id)
            self._speeds.pop(broadcast.id, None)
            self._last.pop(broadcast.id, None)

    def _settle(self, broadcast: int) -> None:
        """Unless it was reopened after it was looked at."""
        if broadcast not in self._reopened:
            self._settled.add(broadcast)

    def _view(self, connection: Connection, broadcast: Broadcast) -> _View | None:
        self._reopened.discard(broadcast.id)
        chat_id = broadcast.live_chat or broadcast.author
        if not self._may(connection, chat_id):
            return None
        report = report_of(connection, broadcast)
        speed = self._speeds.setdefault(broadcast.id, Speed())
        progress = report.standing if report.job else report.progress
        speed.note(self._now(), progress.done)
        reader = people.find(connection, chat_id) or Person(chat_id, self._default)
        languages = self._languages()
        screen = shown(
            broadcast,
            report,
            languages.get(reader.language) or languages[self._default],
            now=self._clock(),
            zone=reader.zone,
            speed=speed.per_second,
            seconds_left=speed.seconds_left(progress.waiting),
        )
        return _View(chat_id, screen, broadcast.is_over and not report.job)

    async def _display(self, broadcast: Broadcast, view: _View) -> int:
        """The id of the message that shows it now."""
        if broadcast.live_message is not None:
            await self._edit(broadcast.live_message, view)
            return broadcast.live_message
        message = await self._bot.send_message(
            view.chat_id,
            view.screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=view.screen.markup(),
        )
        number = message.message_id
        await self._writer.run(
            lambda connection: store.set_live(connection, broadcast.id, view.chat_id, number)
        )
        return number

    async def _edit(self, message_id: int, view: _View) -> None:
        try:
            await self._bot.edit_message_text(
                view.screen.text,
                chat_id=view.chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=view.screen.markup(),
            )
        except BadRequest as error:
            if "not modified" not in error.message:
                raise
