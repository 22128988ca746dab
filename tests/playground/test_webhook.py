import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.playground import Person
from bot.playground.signals import Signal
from tests.playground.conftest import Api


@dataclass
class Receiver:
    """A bot's own web server; `answers` are the statuses it gives before 200."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    headers: list[str | None] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    news: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    entered: Signal = field(default_factory=Signal)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, request: web.Request) -> web.Response:
        update: dict[str, Any] = await request.json()
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.entered.notify()
        await self.gate.wait()
        self.at_once -= 1
        if self.answers:
            return web.Response(status=self.answers.pop(0))
        self.heard.append(update["message"]["text"])
        self.news.put_nowait(update["message"]["text"])
        return web.Response()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    receiver.gate.set()
    app = web.Application()
    app.add_routes([web.post("/hook", receiver.receive)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def drained(api: Api) -> None:
    while api.playground.telegram.pending_updates:
        assert await api.playground.telegram.updates.delivered.wait(5)


async def test_what_waited_and_what_comes_is_delivered(
    api: Api, ana: Person, receiver: Receiver
) -> None:
    await ana.post("before")
    answer = await api.call("setWebhook", url=receiver.url, secret_token="s3cret")
    assert (answer["result"], answer["description"]) == (True, "Webhook was set")
    await ana.post("after")
    assert [await receiver.news.get(), await receiver.news.get()] == ["before", "after"]
    assert receiver.headers == ["s3cret", "s3cret"]
    await drained(api)
    answer = await api.call("setWebhook", url=receiver.url)
    assert answer["description"] == "Webhook is already set"


async def test_a_delivery_is_repeated_until_it_is_taken(
    api: Api, ana: Person, receiver: Receiver
) -> None:
    receiver.answers = [500, 503, 404]
    await api.do("setWebhook", url=receiver.url)
    await ana.post("one")
    await ana.post("two")
    assert [await receiver.news.get(), await receiver.news.get()] == ["one", "two"]
    info = await api.do("getWebhookInfo")
    assert info["url"] == receiver.url
    assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"


async def test_chats_go_side_by_side_up_to_the_limit(
    api: Api, ana: Person, receiver: Receiver
) -> None:
    receiver.gate.clear()
    people = [api.playground.person() for _ in range(4)]
    for person in people:
        await person.post("hello")
    await ana.post("one")
    await ana.post("two")
    await api.do("setWebhook", url=receiver.url, max_connections=3)
    while receiver.at_once < 3:
        assert await receiver.entered.wait(5)
    receiver.gate.set()
    await drained(api)
    assert receiver.most_at_once == 3
    assert [word for word in receiver.heard if word != "hello"] == ["one", "two"]


async def test_an_address_nobody_answers(api: Api, ana: Person) -> None:
    await api.do("setWebhook", url="http://127.0.0.1:9/")
    await ana.post("one")
    assert await api.playground.telegram.webhook.disappointed.wait(5)
    info = await api.do("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (1, "Connection failed")
    answer = await api.call("deleteWebhook", drop_pending_updates=True)
    assert answer["description"] == "Webhook was deleted"
    assert await api.do("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        (
            {"url": "https://example.com/hook"},
            "bad webhook: the playground delivers to loopback addresses alone",
        ),
        (
            {"url": "http://localhost/hook", "secret_token": "no spaces"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_webhooks_that_are_refused(api: Api, params: dict[str, str], reason: str) -> None:
    assert await api.refused("setWebhook", **params) == f"Bad Request: {reason}"
