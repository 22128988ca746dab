"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bot.playground import calls
from bot.playground.faults import Fault
from bot.playground.files import Upload
from bot.playground.parameters import Parameters
from bot.playground.polling import Described
from bot.playground.refusal import RefusedError, bad_request
from bot.playground.telegram import Telegram


async def read_parameters(request: web.Request) -> Parameters:
    """From the query and from whatever kind of body there is."""
    values: dict[str, Any] = dict(request.query)
    if not request.body_exists:
        return Parameters(values)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read())
        except ValueError:
            raise bad_request("can't parse request: Expected an Object") from None
        if not isinstance(body, dict):
            raise bad_request("can't parse request: Expected an Object")
        return Parameters({**values, **body})
    if request.content_type == "multipart/form-data":
        return await _read_multipart(request, values)
    return Parameters({**values, **await request.post()})


async def _read_multipart(request: web.Request, values: dict[str, Any]) -> Parameters:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename is None:
            values[part.name] = content.decode()
        else:
            mime = part.headers.get("Content-Type", "")
            uploads[part.name] = Upload(part.filename, content, mime)
    return Parameters(values, uploads)


class BotApi:
    """`latency` seconds pass with every call, half of them before it takes effect."""

    def __init__(self, telegram: Telegram, latency: float) -> None:
        self._telegram = telegram
        self.latency = latency
        self.stopping = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/bot{token}/{method}", self.call),
            web.post("/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        try:
            answer = await self._answer(request)
        except RefusedError as refusal:
            answer = web.json_response(refusal.json(), status=refusal.error_code)
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        return answer

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self._check_token(request)
        name = calls.method_name(request.match_info["method"])
        params = await read_parameters(request)
        fault = self._telegram.faults.pick(name, params.values)
        if fault is not None:
            return await self._faulty(request, name, params, fault)
        result = await calls.run(self._telegram, name, params)
        return web.json_response(_ok(result))

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._telegram.token:
            raise RefusedError(401, "Unauthorized")

    async def _faulty(
        self, request: web.Request, name: str, params: Parameters, fault: Fault
    ) -> web.StreamResponse:
        if fault.effect:
            await calls.run(self._telegram, name, params)
        else:
            refusal = RefusedError(fault.status, fault.description or fault.kind)
            calls.failed(self._telegram, name, params, refusal)
        match fault.kind:
            case "refusal":
                return web.json_response(fault.json(), status=fault.status)
            case "raw":
                return web.Response(
                    body=fault.body, status=fault.status, content_type="application/json"
                )
            case "timeout":
                await self.stopping.wait()
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
        except RefusedError as refusal:
            return web.json_response(refusal.json(), status=refusal.error_code)
        stored = self._telegram.files.at(request.match_info["path"])
        if stored is None:
            return web.json_response(RefusedError(404, "Not Found").json(), status=404)
        return web.Response(body=self._telegram.files.content(stored))


def _ok(result: Any) -> Mapping[str, Any]:
    if isinstance(result, Described):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}
