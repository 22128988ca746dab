"""The worker of the moderators' day: releases what is due, keeps ages, reminds of what waits long."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot.chat.worker import Worker
from bot.storage.writer import Writer
from bot.stories.moderation import store
from bot.stories.moderation.ages import Ages, Reminder
from bot.stories.moderation.release import Release
from bot.stories.moderation.rights import Spoken

EVERY_SECONDS = 5.0


class Rounds:
    def __init__(
        self,
        release: Release,
        writer: Writer,
        ages: Ages,
        spoken: Spoken,
        clock: Callable[[], datetime],
    ) -> None:
        self._release, self._writer, self._ages = release, writer, ages
        self._spoken, self._clock = spoken, clock
        self._reminder = Reminder()
        self._must_deal = True
        self._worker = Worker("release", self.once, EVERY_SECONDS)
        self.wake = self._worker.wake
        self.run = self._worker.run

    def deal_anew(self) -> None:
        """Cards are to stand elsewhere from now on."""
        self._must_deal = True
        self.wake()

    async def once(self) -> int:
        """How many were released."""
        return await self._writer.run(lambda connection: self.unit(connection, self._clock()))

    def unit(self, connection: Connection, now: datetime) -> int:
        due = self._release.due(connection, now)
        released = self._release.release(connection) if due else 0
        if released or self._must_deal or (due and self._release.hours):
            self._release.deal(connection)
            self._must_deal = False
        self._ages.observe(store.waiting_keys(connection), now)
        self._release.duplicates.forget(store.open_keys(connection))
        if self._reminder.is_due(self._ages.oldest(now), now):
            self._remind(connection)
        return released

    def _remind(self, connection: Connection) -> None:
        language, count = self._spoken.usual(), len(self._ages.in_order())
        text = language.ngettext(
            "⏰ %(count)s text has waited for more than a day. /queue shows it.",
            "⏰ %(count)s texts wait, one for more than a day. /queue shows them.",
            count,
        )
        self._release.moderators.tell(connection, text % {"count": count})
