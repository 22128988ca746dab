"""The playground: a local Telegram for trying the bot and for its tests."""

import asyncio
import contextlib
import time
from collections.abc import Collection
from pathlib import Path
from typing import Self

from aiohttp import ClientSession, ClientTimeout, web
from telegram.constants import FloodLimit

from bot.playground import page_files
from bot.playground.bot_api import BotApi
from bot.playground.floods import FloodLimits
from bot.playground.guard import LOOPBACK_HOSTS, guard
from bot.playground.membership import change_bot_status, set_member
from bot.playground.notices import Notices
from bot.playground.people_actions import PeopleActions
from bot.playground.people_requests import refusals
from bot.playground.people_views import PeopleViews
from bot.playground.person import Person
from bot.playground.telegram import Clock, Telegram
from bot.playground.webhook_delivery import WebhookDelivery

LARGEST_REQUEST = 60_000_000


class Playground:
    """Serves the Bot API, the people API and the chat page on one loopback address.

    `messages_per_second` is the limit over all chats; `latency` in seconds goes by with each Bot
    API call; `folder` keeps the files that were sent (else they stay in memory); `limits` replaces
    all flood limits; `webhook_pause` is the first pause in seconds before a delivery is repeated.
    """

    def __init__(
        self,
        *,
        token: str,
        messages_per_second: float = FloodLimit.MESSAGES_PER_SECOND,
        latency: float = 0.0,
        folder: Path | None = None,
        clock: Clock = time.time,
        limits: FloodLimits | None = None,
        webhook_pause: float = 1.0,
    ) -> None:
        limits = limits or FloodLimits(overall=messages_per_second)
        self.telegram = Telegram(token, clock=clock, limits=limits, folder=folder)
        self.notices = Notices(self.telegram)
        self.url = ""
        self._api = BotApi(self.telegram, latency)
        self._delivery = WebhookDelivery(self.telegram, webhook_pause)
        self._runner: web.AppRunner | None = None
        self._delivering: asyncio.Task[None] | None = None
        self._session: ClientSession | None = None

    @property
    def latency(self) -> float:
        return self._api.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._api.latency = seconds

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Port 0 takes a free one. Raises ValueError for a host others could reach."""
        if host not in LOOPBACK_HOSTS:
            raise ValueError(
                f"The playground listens on loopback alone (127.0.0.1, ::1, localhost), not {host}."
            )
        self._api.stopping.clear()
        app = web.Application(middlewares=[guard, refusals], client_max_size=LARGEST_REQUEST)
        app.add_routes(self._api.routes())
        app.add_routes(PeopleViews(self.telegram).routes())
        app.add_routes(PeopleActions(self.telegram).routes())
        app.add_routes(self.notices.routes())
        app.add_routes(page_files.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0][1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{bound}"
        self._delivering = asyncio.create_task(self._delivery.run())

    async def stop(self) -> None:
        self._api.stopping.set()
        if self._delivering is not None:
            self._delivering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._delivering
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def person(self, role: str = "customer", *, language: str = "en", name: str = "") -> Person:
        """Somebody new who has not written to the bot yet."""
        number = len(self.telegram.registry.people) + 1
        user = self.telegram.registry.add_person(
            name or f"{role.capitalize()} {number}", role, language
        )
        return self.client(user.id)

    def room(
        self,
        kind: str,
        title: str,
        owner: Person,
        *,
        members: Collection[Person] = (),
        bot: str = "administrator",
    ) -> int:
        """A group, supergroup or channel with the bot in it; answers its chat id.

        `bot` is its status there: administrator (with all rights), member, or left.
        """
        chat = self.telegram.registry.add_chat(kind, title, owner.id)
        for member in members:
            set_member(chat, member.id, "member")
        if bot != "left":
            by = self.telegram.registry.people[owner.id]
            change_bot_status(self.telegram, chat, by, bot)
        return chat.id

    def client(self, person_id: int) -> Person:
        """A fake client for somebody who exists already."""
        return Person(person_id, self._client_session, lambda: self.url)

    def _client_session(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=None))
        return self._session
