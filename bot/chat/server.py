"""The bot's own small server: webhook, /healthz, /metrics."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.chat.intake import Intake
from bot.chat.ticket import id_of
from bot.errors import GalateoError
from bot.storage.writer import Probe, no_probe

log = logging.getLogger(__name__)
WEBHOOK_PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST_UPDATE = 1 << 20
Healthy = Callable[[], Awaitable[bool]]


class Server:
    """`secret` empty: no webhook is served. An update is answered 200 once it is committed."""

    def __init__(
        self,
        intake: Intake,
        registry: CollectorRegistry,
        healthy: Healthy,
        *,
        secret: str = "",
        probe: Probe = no_probe,
    ) -> None:
        self._intake, self._registry, self._healthy = intake, registry, healthy
        self._secret, self._probe = secret, probe
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/metrics", self._metrics)
        if self._secret:
            app.router.add_post(WEBHOOK_PATH, self._webhook)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        try:
            await site.start()
        except OSError as error:
            await self.stop()
            raise GalateoError(f"LISTEN={host}:{port} cannot be used: {error.strerror}") from None
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _health(self, _request: web.Request) -> web.Response:
        good = await self._healthy()
        return web.json_response({"ok": good}, status=200 if good else 503)

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    async def _webhook(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        self._probe("after_read")
        if not isinstance(raw, dict) or id_of(raw) is None:
            return web.Response(status=400)
        tickets = self._intake.accept([raw])
        if not tickets:
            return web.Response(status=503)
        await tickets[0].committed.wait()
        self._probe("before_acknowledge")
        return web.Response()
