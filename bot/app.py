"""The map of the bot: every part is made here and handed to the others, from top to bottom."""

import asyncio
import secrets

from telegram.error import TelegramError

from bot.chat.application import application_of
from bot.chat.asking import ask
from bot.chat.commands import announce_commands
from bot.chat.desk import Clock, Desk, utc_now
from bot.chat.foundation import Foundation, lay
from bot.chat.housekeeping import Housekeeping
from bot.chat.intake import Intake
from bot.chat.metrics import registry_of
from bot.chat.presenter import Presenter
from bot.chat.server import Server
from bot.chat.unit import UnitOfWork
from bot.chat.updates import take_by_polling, take_by_webhook
from bot.content import Content
from bot.delivery.gate import Gate
from bot.delivery.http import AiohttpRequest
from bot.delivery.lanes import Lanes
from bot.features import Features
from bot.routing import routes_of
from bot.settings import Settings
from bot.storage.database import Database, database_url
from bot.storage.vault import Vault, secret_in
from bot.storage.writer import Probe, no_probe


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
        settings, bot = self.settings, self.application.bot
        self.database = Database.open(
            database_url(settings.database_url, settings.data_dir, str(bot.id)), probe=self._probe
        )
        await self.database.belongs_to(bot.id)
        self.features = Features(
            lay(
                settings,
                bot,
                self.gate,
                self.database,
                Vault(settings.secret_key.get_secret_value() or secret_in(settings.data_dir)),
                self.content.templates,
                lambda: self.content.library.languages,
                self._clock,
                self._probe,
            )
        )
        self._take_in(self.features.ground)
        self._open_up(self.features.ground)
        await self.database.writer.run(self.features.start)
        await self.presenter.resume()
        await self.intake.resume()

    def _take_in(self, ground: Foundation) -> None:
        """The way of an update: intake, unit of work, desk, presenter."""
        self.desk = Desk(
            routes_of(self.content, self.features),
            ground.languages(),
            ground.default_language,
            rooms=self.features.admin.rooms,
            clock=ground.clock,
        )
        self.presenter = Presenter(ground.bot, ground.writer, self.desk, probe=self._probe)
        unit = UnitOfWork(self.desk, ground.writer, self.presenter.show, probe=self._probe)
        self.application.add_handler(unit)
        self.intake = Intake(self.application, unit, ground.writer, ground.vault)

    def _open_up(self, ground: Foundation) -> None:
        """What goes on beside it: the hourly chores, and the server."""
        self.housekeeping = Housekeeping(ground.writer, self._clock, self.features.chores)
        self.secret = self.settings.webhook_secret.get_secret_value() or secrets.token_urlsafe(32)
        self.server = Server(
            self.intake,
            registry_of(ground.writer, self.gate, self.intake),
            self.database.is_healthy,
            secret=self.secret if self.settings.webhook_url else "",
            probe=self._probe,
        )

    async def run(self) -> None:
        """Takes updates until cancelled, by webhook or by polling."""
        if self.settings.address:
            await self.server.start(*self.settings.address)
        works = (self.housekeeping.run, self._announce, *self.features.workers())
        beside = [asyncio.create_task(work()) for work in works]
        try:
            await self._take_updates()
        finally:
            for task in beside:
                task.cancel()

    async def serve_from(self, content: Content) -> None:
        """From the next update on. Raises ContentError, and goes on with what was there."""
        routes, languages = routes_of(content, self.features), content.library.languages
        await self.database.writer.run(lambda _: self.desk.serve_from(routes, languages))
        self.content = content
        await self._announce()

    async def stop(self) -> None:
        """Finishes what runs; safe after a start that failed half-way."""
        if hasattr(self, "server"):
            await self.server.stop()
            await self.intake.close()
            await self.presenter.close()
        if hasattr(self, "features"):
            await self.features.close()
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
