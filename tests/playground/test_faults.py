import asyncio

import pytest
from aiohttp import ClientError, ClientTimeout

from bot.playground import Fault, Person
from tests.playground.conftest import Api


async def test_ordered_failures(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    telegram.fail_next("sendMessage", ana.id, 429, "Too Many Requests: retry after 7", 7, times=2)
    telegram.fail_next("*", None, 502, "Bad Gateway")
    assert (await api.call("sendMessage", chat_id=1, text="x"))["description"] == "Bad Gateway"
    for _ in range(2):
        answer = await api.call("sendMessage", chat_id=ana.id, text="x")
        assert answer["parameters"] == {"retry_after": 7}
    await api.do("sendMessage", chat_id=ana.id, text="x")
    assert [(call.method, call.ok, call.error_code) for call in telegram.calls] == [
        ("sendMessage", False, 502),
        ("sendMessage", False, 429),
        ("sendMessage", False, 429),
        ("sendMessage", True, None),
    ]
    assert telegram.calls[-1].chat_id == ana.id


async def test_a_broken_answer_with_and_without_effect(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    telegram.fault = lambda method, _: Fault.raw(b"<html>") if method == "sendMessage" else None
    url = f"{api.playground.url}/bot{api.token}/sendMessage"
    async with api.session.post(url, json={"chat_id": ana.id, "text": "x"}) as response:
        assert await response.read() == b"<html>"
    await ana.refresh()
    assert len(ana.messages) == 1
    telegram.fault = lambda _, params: Fault.reset(effect=params["text"] == "sent")
    for text in ("lost", "sent"):
        with pytest.raises(ClientError):
            await api.call("sendMessage", chat_id=ana.id, text=text)
    telegram.fault = None
    await ana.refresh()
    assert [message["text"] for message in ana.messages] == ["/start", "sent"]


async def test_silence(api: Api) -> None:
    api.playground.telegram.fault = lambda *_: Fault.timeout()
    url = f"{api.playground.url}/bot{api.token}/getMe"
    with pytest.raises(TimeoutError):
        await api.session.get(url, timeout=ClientTimeout(total=0.05))


async def test_latency_goes_by_with_each_call(api: Api) -> None:
    api.playground.latency = 0.02
    loop = asyncio.get_running_loop()
    started = loop.time()
    await api.do("getMe")
    assert loop.time() - started >= 0.02
