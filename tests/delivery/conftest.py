from collections.abc import AsyncIterator

import pytest
from telegram.ext import ExtBot

from bot.delivery.http import AiohttpRequest
from tests.delivery.small_server import SmallServer

TOKEN = "123456:CANARY-token-canary"


@pytest.fixture
async def server() -> AsyncIterator[SmallServer]:
    server = SmallServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest() as request:
        yield request


@pytest.fixture
async def telegram(server: SmallServer) -> AsyncIterator[ExtBot[None]]:
    """The library's bot on our request, talking to the small server."""
    request = AiohttpRequest()
    async with request:
        yield ExtBot(
            TOKEN,
            base_url=f"{server.url}/bot",
            base_file_url=f"{server.url}/file/bot",
            request=request,
            get_updates_request=request,
        )
