"""The stories' part of the bot, put together: who gets what from whom."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import SystemRandom
from typing import Any

from sqlalchemy import Connection
from telegram.ext import ExtBot

from bot.chat.notices import Notices
from bot.chat.people import store as people
from bot.chat.roles import ADMIN, MODERATOR, OWNER, Chats, Roles
from bot.chat.routes import Routes
from bot.chat.screens import Button
from bot.chat.visit import Reply, Visit
from bot.chat.worker import Worker
from bot.delivery.gate import Gate, Lane
from bot.settings import Settings
from bot.storage.vault import Vault
from bot.storage.writer import Probe, Writer
from bot.stories import policy, store
from bot.stories.keys import Keys
from bot.stories.moderation.handlers import Moderation
from bot.stories.moderation.insults import load_insults
from bot.stories.moderation.rights import Moderators, Rights, Spoken
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.posts import ChannelPosts
from bot.stories.publishing.handlers import Publishing
from bot.stories.publishing.publisher import Publisher
from bot.stories.publishing.store import state_of
from bot.stories.reading.handlers import Reading
from bot.stories.receipts.answering import Answering
from bot.stories.receipts.guesses import Guesses
from bot.stories.receipts.handlers import PLACE as RECEIPTS
from bot.stories.receipts.handlers import Receipts
from bot.stories.receipts.reminders import remind_due
from bot.stories.telling import Telling
from bot.stories.telling.steps import PLACE as TELLING
from bot.texts.language import Language

KEEP_CLOSED = timedelta(days=180)
REMIND_SECONDS = 60.0
# They would tell of somebody who went away that they had told something.
PRIVATE_PLACES = (TELLING, RECEIPTS)


@dataclass(frozen=True)
class Around:
    """What the stories need of the bot. `languages` gives those that are served at the moment."""

    settings: Settings
    roles: Roles
    chats: Chats
    templates: Path
    vault: Vault
    bot: ExtBot[Lane]
    gate: Gate
    writer: Writer
    notices: Notices
    languages: Callable[[], Mapping[str, Language]]
    clock: Callable[[], datetime]
    probe: Probe


class Stories:
    """Made once a start; `routes` are asked for anew when texts change."""

    def __init__(self, around: Around) -> None:
        self._around = around
        settings, random, keys = around.settings, SystemRandom(), Keys(around.vault)
        rights = Rights(
            around.chats.moderation_in,
            lambda connection: around.roles.members(connection, OWNER, MODERATOR),
        )
        moderators = Moderators(rights, around.notices.post)
        self._posts = self._channel(moderators)
        publisher = Publisher(random, self._posts)
        self._publisher = publisher
        self._moderation = Moderation(
            publisher,
            moderators,
            Spoken(around.languages, settings.default_language),
            load_insults(around.templates / "moderation"),
            address=self._address,
            hours=settings.moderation_hours,
            vault=around.vault,
            random=random,
            bot=around.bot,
            writer=around.writer,
            clock=around.clock,
        )
        self._publishing = Publishing(
            self._posts,
            rights,
            lambda connection, user_id: around.roles.may(connection, user_id, ADMIN),
        )
        self._answering = answering = Answering(keys, around.clock)
        self._telling = Telling(around.vault, keys, random, answers=answering, sent=self._wake)
        self._receipts = Receipts(
            keys,
            answering,
            Guesses(),
            compose=self._telling.begin,
            withdraw=publisher.withdraw,
            withdraw_note=publisher.withdraw_note,
        )
        self._reading = Reading(
            around.vault,
            keys,
            self._posts.labels_changed,
            self._moderation.reported,
            around.templates / "documents" / "story.typ",
            random,
        )
        self._reminders = Worker("reminders", self._remind, REMIND_SECONDS)

    def routes(self) -> Routes:
        return (
            self._telling.routes()
            | self._receipts.routes()
            | self._reading.routes()
            | self._moderation.routes()
            | self._publishing.routes()
            | policy.routes()
        )

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        """To be run as long as the bot runs."""
        moderation = self._moderation
        return (self._posts.run, moderation.cards.run, moderation.rounds.run, self._reminders.run)

    async def close(self) -> None:
        """After the workers were cancelled: a post on its way arrives."""
        await self._posts.close()

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
        self._moderation.start(connection)

    def chats_changed(self, connection: Connection) -> None:
        """There is another channel, or moderators have another chat; in the same transaction."""
        self._moderation.chats_changed(connection)
        self._posts.wake()

    def tidy(self, connection: Connection, now: datetime) -> int:
        """Every hour: how many rows went or were closed."""
        before = now.date() - timedelta(days=self._around.settings.archive_days)
        return (
            self._telling.drafts.forget_old(connection, now)
            + store.forget_closed(connection, now.date() - KEEP_CLOSED)
            + self._publisher.archive_old(connection, before)
            + people.leave(connection, PRIVATE_PLACES, now.date())
        )

    def export(self, connection: Connection, chat_id: int) -> dict[str, Any]:
        """What is being written, and what stands on the person's shelf."""
        return {
            "draft": self._telling.drafts.export(connection, chat_id, self._around.clock()),
            "shelf": self._reading.export(connection, chat_id),
        }

    def erase(self, connection: Connection, chat_id: int) -> None:
        """What no row of the person leads to: votes, feelings, reports, a receipt in memory."""
        self._answering.forget(chat_id)
        self._telling.forget(chat_id)
        self._reading.forget(connection, chat_id)

    def _channel(self, moderators: Moderators) -> ChannelPosts:
        around, settings = self._around, self._around.settings
        return ChannelPosts(
            around.bot,
            around.gate,
            around.writer,
            Pages(around.languages, settings.default_language, lambda: around.bot.username),
            channel=lambda: around.chats.channel_id,
            tell=moderators.tell,
            tell_admins=around.notices.tell,
            probe=around.probe,
        )

    def _wake(self) -> None:
        """What was sent reaches moderators at once where they want it so."""
        self._moderation.rounds.wake()
        self._moderation.cards.wake()

    def _address(self, number: int) -> str:
        return f"https://t.me/{self._around.bot.username}?start=story_{number}"

    async def _remind(self) -> None:
        around = self._around
        languages, post = around.languages(), around.notices.post
        await around.writer.run(
            lambda connection: remind_due(connection, around.clock(), languages, post)
        )
