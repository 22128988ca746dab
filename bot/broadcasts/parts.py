"""The broadcasts' part of the bot, put together: composing, sending, what runs, the digest."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection

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
from bot.chat.foundation import Foundation
from bot.chat.roles import ADMIN
from bot.chat.routes import Routes
from bot.chat.visit import Reply, Visit
from bot.chat.worker import Worker
from bot.texts.language import Language


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

    def __init__(self, ground: Foundation, shown: Callable[[str], str]) -> None:
        """`shown` makes an author's words Telegram HTML."""
        self._ground, self._shown = ground, shown
        self._rate = ground.settings.messages_per_second
        bot, writer, languages = ground.bot, ground.writer, ground.languages
        footer = Footers(languages, ground.default_language)
        self._sender = Sender(
            bot,
            ground.gate,
            writer,
            footer=footer,
            notify=ground.telling.admins,
            holders=ground.roles.members,
            clock=ground.clock,
            probe=ground.probe,
            rate=self._rate,
        )
        self._live = Live(
            bot,
            writer,
            languages,
            ground.default_language,
            ground.clock,
            lambda connection, person: ground.roles.may(connection, person, ADMIN),
        )
        self._amending = Amending(bot, writer, footer, ground.clock)
        self._listing = Listing(bot, writer)
        self._tests = Tests(Calls(bot, ground.gate), writer, ground.telling, footer)

    def routes(self, targets: Targets, country_name: Callable[[str, Language], str]) -> Routes:
        roles = self._ground.roles
        self._composing = Composing(
            around.Around(
                roles, targets, country_name, self._rate, self._tests.ask, self._sender.wake
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
        ground = self._ground
        made = digest.Digest(
            ground.writer,
            ground.clock,
            ground.languages,
            self._shown,
            ground.roles.members,
            self._sender.wake,
            ground.bot.id,
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
