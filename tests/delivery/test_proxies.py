"""The proxy that the environment names."""

import pytest
from telegram.error import NetworkError

from bot.delivery.http import AiohttpRequest
from tests.delivery.small_server import SmallServer

PROXY_VARIABLES = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"]
ELSEWHERE = "http://telegram.invalid/bot1:x/getMe"


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_calls_go_through_the_named_proxy(
    monkeypatch: pytest.MonkeyPatch, server: SmallServer, variable: str
) -> None:
    monkeypatch.setenv(variable, f"http://me:secret@127.0.0.1:{server.port}")
    if variable == "HTTP_PROXY":
        monkeypatch.delenv("REQUEST_METHOD", raising=False)
    async with AiohttpRequest() as request:
        assert await request.post(ELSEWHERE) is True
    assert server.requests[0].target == ELSEWHERE
    assert server.requests[0].headers["Proxy-Authorization"].startswith("Basic ")


async def test_no_proxy_is_obeyed(monkeypatch: pytest.MonkeyPatch, server: SmallServer) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,example.org")
    async with AiohttpRequest() as request:
        assert await request.post(f"{server.url}/bot1:x/getMe") is True


async def test_https_asks_the_proxy_for_a_tunnel(
    monkeypatch: pytest.MonkeyPatch, server: SmallServer
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", server.url)
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError):
            await request.post("https://telegram.invalid/bot1:x/getMe", connect_timeout=0.2)
    assert {r.target for r in server.requests} == {"telegram.invalid:443"}


async def test_a_socks_proxy_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1080")
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError, match="UnsupportedProxyError"):
            await request.post(ELSEWHERE)
