"""The broadcasts' part of the bot, put together: composing, sending, what runs, the digest."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection
from telegram.ext import ExtBot

from bot.broadcasts.composing import around
from bot.broadcasts.composing.handlers import Composing
from bot.broadcasts.composing.testing import Tests
from bot.broadcasts.digest import digest
from bot.broadcasts.running.amending.worker import Amending
from bot.broadcasts.running.controls import Effects
from bot.broadcasts.running.footer import Footers
from bot.broadcasts.running.handlers import Running, noting
from bot.broadcasts.running.listing import Listing
from bot.broadcasts.running.live import Live
from bot.broadcasts.running.presses import OpenLink
from bot.broadcasts.sending.calls import Calls
from bot.broadcasts.sending.sender import Sender
from bot.chat.roles import ADMIN, Roles
from bot.chat.routes import Routes
from bot.chat.telling import Telling
from bot.chat.visit import Reply, Visit
from bot.chat.worker import Worker
from bot.delivery.gate import Gate, Lane
from bot.storage.writer import Probe, Writer
from bot.texts.language import Language


@dataclass(frozen=True)
class Around:
    """What broadcasts need of the bot. `rate` is messages a second for all of it.

    `shown` makes an author's words Telegram HTML; `languages` gives those of the moment.
    """

    bot: ExtBot[Lane]
    gate: Gate
    writer: Writer
    telling: Telling
    roles: Roles
    languages: Callable[[], Mapping[str, Language]]
    default_language: str
    shown: Callable[[str], str]
    rate: float
    clock: Callable[[], datetime]
    probe: Probe


@dataclass(frozen=True)
class Targets:
    """What a button can lead to; `open_link` opens it for who pressed."""

    ids: Sequence[str]
    has_story: Callable[[Connection, int], bool]
    open_link: OpenLink

    def guides(self) -> Sequence[str]:
        return self.ids

    def is_story(self, connection: Connection, number: int) -> bool:
        return self.has_story(connection, number)


class Broadcasts:
    """Made once a start; `routes` are asked for anew when guides change."""

    def __init__(self, given: Around) -> None:
        self._given = given
        bot, writer, languages = given.bot, given.writer, given.languages
        footer = Footers(languages, given.default_language)
        self._sender = Sender(
            bot,
            given.gate,
            writer,
            footer=footer,
            notify=given.telling.admins,
            holders=given.roles.members,
            clock=given.clock,
            probe=given.probe,
            rate=given.rate,
        )
        self._live = Live(
            bot,
            writer,
            languages,
            given.default_language,
            given.clock,
            lambda connection, person: given.roles.may(connection, person, ADMIN),
        )
        self._amending = Amending(bot, writer, footer, given.clock)
        self._listing = Listing(bot, writer)
        self._tests = Tests(Calls(bot, given.gate), writer, given.telling, footer)

    def routes(self, targets: Targets, country_name: Callable[[str, Language], str]) -> Routes:
        given, roles = self._given, self._given.roles
        self._composing = Composing(
            around.Around(
                roles, targets, country_name, given.rate, self._tests.ask, self._sender.wake
            )
        )
        effects = Effects(
            self._sender.wake, self._amended, self._listing.ask, partial(noting, roles)
        )
        self._running = Running(roles, effects, self._composing.press, targets.open_link)
        return self._composing.routes() | self._running.routes()

    def is_writing(self, visit: Visit) -> bool:
        """What an admin writes for many is not about the admin."""
        return self._composing.is_composing(visit) or self._running.is_correcting(visit)

    def cancel(self, visit: Visit) -> Reply | None:
        """For `/cancel`: asks whether to throw the draft away."""
        return self._composing.cancel(visit)

    def workers(self) -> tuple[Callable[[], Coroutine[Any, Any, None]], ...]:
        """To be run as long as the bot runs."""
        given = self._given
        made = digest.Digest(
            given.writer,
            given.clock,
            given.languages,
            given.shown,
            given.roles.members,
            self._sender.wake,
            given.bot.id,
        )
        return (
            self._sender.run,
            self._live.run,
            self._amending.run,
            self._listing.run,
            self._tests.run,
            Worker("digest", made.once, digest.EVERY_SECONDS).run,
        )

    async def close(self) -> None:
        """After the workers were cancelled: what is on its way arrives and is noted."""
        await self._sender.close()

    def _amended(self, broadcast: int) -> None:
        self._live.reopen(broadcast)
        self._amending.wake()
