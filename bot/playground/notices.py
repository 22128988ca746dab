"""What whoever runs the playground is told on its page, beside the chats: a change that is broken."""

from collections.abc import Sequence
from typing import Any, Literal

from aiohttp import web

from bot.playground.telegram import Telegram

Level = Literal["broken", "waiting", "fine"]


class Notices:
    """Only the newest one counts; everybody's page gets it as an event, and by `GET /notices`.

    They are numbered from 1.
    """

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._newest: dict[str, Any] | None = None

    def tell(self, level: Level, title: str, lines: Sequence[str] = ()) -> None:
        number = self._newest["number"] + 1 if self._newest else 1
        self._newest = {"number": number, "level": level, "title": title, "lines": list(lines)}
        everybody = self._telegram.registry.people
        self._telegram.events.tell(everybody, "notice", notice=self._newest)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/notices", self.newest)]

    async def newest(self, _request: web.Request) -> web.Response:
        return web.json_response({"notice": self._newest})
