"""The map of the bot: every part is made here and handed to the others, from top to bottom."""

import asyncio
import secrets
from functools import partial

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.admin.parts import Admin
from bot.broadcasts.parts import Around as BroadcastsAround
from bot.broadcasts.parts import Broadcasts
from bot.chat.application import application_of
from bot.chat.asking import ask
from bot.chat.commands import announce_commands
from bot.chat.desk import Clock, Desk, utc_now
from bot.chat.housekeeping import Housekeeping
from bot.chat.intake import Intake
from bot.chat.metrics import registry_of
from bot.chat.notices import Notices
from bot.chat.presenter import Presenter
from bot.chat.roles import ADMIN, OWNER, Chats, Roles
from bot.chat.server import Server
from bot.chat.telling import Telling
from bot.chat.unit import UnitOfWork
from bot.chat.updates import take_by_polling, take_by_webhook
from bot.content import Content
from bot.delivery.gate import Gate
from bot.delivery.http import AiohttpRequest
from bot.delivery.lanes import Lanes
from bot.guides.store import forget_idle
from bot.routing import routes_of
from bot.settings import Settings
from bot.statistics.parts import Statistics
from bot.storage.database import Database, database_url
from bot.storage.vault import Vault, secret_in
from bot.storage.writer import Probe, no_probe
from bot.stories.around import Around
from bot.stories.parts import Stories
from bot.stories.shown import author_html


class Bot:
    """A running bot: `start`, then `run` until it is told to stop, then `stop`."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock = utc_now,
        probe: Probe = no_probe,
        content: Content | None = None,
    ) -> None:
        """Raises ContentError when there is no `content` at hand and what is read has mistakes."""
        self.settings, self._clock, self._probe = settings, clock, probe
        self.content = content or Content.load(settings)
        self.requests = (AiohttpRequest(), AiohttpRequest())
        self.gate = Gate(Lanes(rate=settings.messages_per_second))
        self.application = application_of(settings, self.gate, *self.requests)

    async def start(self) -> None:
        """Up to the first update; raises GalateoError with the reason when it cannot be."""
        await ask(self.application.initialize())
        settings = self.settings
        bot_id = self.application.bot.id
        self.database = Database.open(
            database_url(settings.database_url, settings.data_dir, str(bot_id)), probe=self._probe
        )
        await self.database.belongs_to(bot_id)
        vault = Vault(settings.secret_key.get_secret_value() or secret_in(settings.data_dir))
        languages = self.content.library.languages
        writer = self.database.writer
        self.roles = Roles(settings.admin_ids, settings.moderator_ids)
        self.statistics = Statistics(self.database, self._clock)
        self.chats = Chats(settings)
        self.notices = Notices(
            self.application.bot,
            writer,
            lambda connection: self.roles.members(connection, OWNER, ADMIN),
        )
        telling = Telling(
            self.roles,
            self.notices.post,
            lambda: self.content.library.languages,
            settings.default_language,
        )
        self.admin = Admin(
            self.application.bot,
            self.database,
            self.chats,
            telling,
            self._clock,
            self._chats_changed,
        )
        self.stories = Stories(
            Around(
                settings,
                self.roles,
                self.chats,
                self.content.templates,
                vault,
                self.application.bot,
                self.gate,
                writer,
                self.notices,
                lambda: self.content.library.languages,
                self._clock,
                self._probe,
            )
        )
        self.broadcasts = Broadcasts(
            BroadcastsAround(
                self.application.bot,
                self.gate,
                writer,
                telling,
                self.roles,
                lambda: self.content.library.languages,
                settings.default_language,
                partial(author_html, links=False),
                settings.messages_per_second,
                self._clock,
                self._probe,
            )
        )
        self._routes = partial(
            routes_of,
            broadcasts=self.broadcasts,
            vault=vault,
            tell_admins=self.notices.tell,
            admin=self.admin,
            stories=self.stories,
            statistics=self.statistics,
            roles=self.roles,
        )
        self.desk = Desk(
            self._routes(self.content),
            languages,
            settings.default_language,
            rooms=self.admin.rooms,
            clock=self._clock,
        )
        self.presenter = Presenter(self.application.bot, writer, self.desk, probe=self._probe)
        unit = UnitOfWork(self.desk, writer, self.presenter.show, probe=self._probe)
        self.application.add_handler(unit)
        self.intake = Intake(self.application, unit, writer, vault)
        self.housekeeping = Housekeeping(
            writer, self._clock, (forget_idle, self.stories.tidy, self.statistics.tidy)
        )
        self.secret = settings.webhook_secret.get_secret_value() or secrets.token_urlsafe(32)
        self.server = Server(
            self.intake,
            registry_of(writer, self.gate, self.intake),
            self.database.is_healthy,
            secret=self.secret if settings.webhook_url else "",
            probe=self._probe,
        )
        await writer.run(self.admin.start)
        await writer.run(self.stories.start)
        await self.presenter.resume()
        await self.intake.resume()

    async def run(self) -> None:
        """Takes updates until cancelled, by webhook or by polling."""
        if self.settings.address:
            await self.server.start(*self.settings.address)
        workers = (
            *self.stories.workers(),
            *self.broadcasts.workers(),
            *self.admin.workers(),
            *self.statistics.workers(),
        )
        beside = [
            asyncio.create_task(work)
            for work in (
                self.housekeeping.run(),
                self.notices.run(),
                self._announce(),
                *(run() for run in workers),
            )
        ]
        try:
            await self._take_updates()
        finally:
            for task in beside:
                task.cancel()

    def _chats_changed(self, connection: Connection) -> None:
        self.stories.chats_changed(connection)

    async def serve_from(self, content: Content) -> None:
        """From the next update on. Raises ContentError, and goes on with what was there."""
        routes, languages = self._routes(content), content.library.languages
        await self.database.writer.run(lambda _: self.desk.serve_from(routes, languages))
        self.content = content
        await self._announce()

    async def stop(self) -> None:
        """Finishes what runs; safe after a start that failed half-way."""
        if hasattr(self, "server"):
            await self.server.stop()
            await self.intake.close()
            await self.presenter.close()
            await self.stories.close()
            await self.broadcasts.close()
            self.admin.close()
        if hasattr(self, "statistics"):
            await self.statistics.close()
        if hasattr(self, "database"):
            await self.database.close()
        await self.application.shutdown()
        for request in self.requests:  # the library closes them only when its start went well
            await request.shutdown()

    async def _take_updates(self) -> None:
        bot, address = self.application.bot, self.settings.webhook_url
        if address:
            await take_by_webhook(bot, address, self.secret)
        else:
            await take_by_polling(bot, self.requests[0], self.intake, self._probe)

    async def _announce(self) -> None:
        languages = self.content.library.languages
        try:
            await announce_commands(self.application.bot, languages, self.settings.default_language)
        except TelegramError:
            return
