"""The stories' part of the bot, put together: who gets what from whom."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from functools import partial
from random import SystemRandom
from typing import Any

from sqlalchemy import Connection

from bot.chat.foundation import Foundation
from bot.chat.people import store as people
from bot.chat.routes import Routes
from bot.chat.screens import Button
from bot.chat.visit import Reply, Visit
from bot.chat.worker import Worker
from bot.stories import policy, store
from bot.stories.editorial import Editorial
from bot.stories.keys import Keys
from bot.stories.linking import story_link
from bot.stories.publishing.store import state_of
from bot.stories.reading.handlers import Reading
from bot.stories.receipts.answering import Answering
from bot.stories.receipts.guesses import Guesses
from bot.stories.receipts.handlers import Receipts
from bot.stories.receipts.reminders import remind_due
from bot.stories.receipts.screens import PLACE as RECEIPTS
from bot.stories.receipts.withdrawing import Withdrawing
from bot.stories.telling import Telling
from bot.stories.telling.steps import PLACE as TELLING
from bot.texts.language import Language

KEEP_CLOSED = timedelta(days=180)
REMIND_SECONDS = 60.0
# They would tell of somebody who went away that they had told something.
PRIVATE_PLACES = (TELLING, RECEIPTS)


class Stories:
    """Made once a start; `routes` are asked for anew when texts change."""

    def __init__(self, ground: Foundation) -> None:
        self._ground = ground
        random, keys = SystemRandom(), Keys(ground.vault)
        self._editorial = editorial = Editorial(ground, random)
        self._moderation, self._publisher = editorial.moderation, editorial.publisher
        self._answering = answering = Answering(keys, ground.clock)
        self._telling = Telling(ground.vault, keys, random, answers=answering, sent=editorial.wake)
        self._receipts = Receipts(
            keys,
            answering,
            Guesses(),
            compose=self._telling.begin,
            withdrawing=Withdrawing(keys, self._publisher.withdraw, self._publisher.withdraw_note),
        )
        self._reading = Reading(
            ground.vault,
            keys,
            editorial.posts.labels_changed,
            self._moderation.reported,
            ground.templates / "documents" / "story.typ",
            partial(story_link, ground.bot),
            random,
        )
        self._reminders = Worker("reminders", self._remind, REMIND_SECONDS)

    def routes(self) -> Routes:
        return (
            self._telling.routes()
            | self._receipts.routes()
            | self._reading.routes()
            | self._editorial.routes()
            | policy.routes()
        )

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        """To be run as long as the bot runs."""
        return (*self._editorial.workers(), self._reminders.run)

    async def close(self) -> None:
        """After the workers were cancelled: a post on its way arrives."""
        await self._editorial.close()

    def doors(self, language: Language) -> list[Button]:
        """The menu's buttons."""
        return [
            Button(language.say("✍️ Tell your story"), "story"),
            Button(language.say("📖 Read stories"), "stories"),
        ]

    def open_link(self, visit: Visit, argument: str) -> Reply | None:
        """`story_17`, or `story` to tell one."""
        if argument == "story":
            return self._telling.open(visit)
        return self._reading.open_link(visit, argument)

    def is_story(self, connection: Connection, number: int) -> bool:
        """Whether a published story has that number, and words."""
        state = state_of(connection, number)
        return state is not None and not state.is_gone

    def cancel(self, visit: Visit) -> Reply | None:
        return self._telling.cancel(visit)

    def is_telling(self, visit: Visit) -> bool:
        return visit.person.place.partition(":")[0] == TELLING

    def start(self, connection: Connection) -> None:
        """Before the first update."""
        self._editorial.start(connection)

    def chats_changed(self, connection: Connection) -> None:
        """There is another channel, or moderators have another chat; in the same transaction."""
        self._editorial.chats_changed(connection)

    def tidy(self, connection: Connection, now: datetime) -> int:
        """Every hour: how many rows went or were closed."""
        before = now.date() - timedelta(days=self._ground.settings.archive_days)
        self._answering.forget_old(now)
        return (
            self._telling.forget_old(connection, now)
            + store.forget_closed(connection, now.date() - KEEP_CLOSED)
            + self._publisher.archive_old(connection, before)
            + people.leave(connection, PRIVATE_PLACES, now.date())
        )

    def export(self, connection: Connection, chat_id: int) -> dict[str, Any]:
        """What is being written, and what stands on the person's shelf."""
        return {
            "draft": self._telling.drafts.export(connection, chat_id, self._ground.clock()),
            "shelf": self._reading.export(connection, chat_id),
        }

    def erase(self, connection: Connection, chat_id: int) -> None:
        """What no row of the person leads to: votes, feelings, reports, a receipt in memory."""
        self._answering.forget(chat_id)
        self._telling.forget(chat_id)
        self._reading.forget(connection, chat_id)

    async def _remind(self) -> None:
        ground = self._ground
        languages, post = ground.languages(), ground.notices.post
        await ground.writer.run(
            lambda connection: remind_due(connection, ground.clock(), languages, post)
        )
