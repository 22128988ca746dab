from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from bot.playground import Person, Playground

TOKEN = "4242:PLAYGROUND"


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Api:
    """The Bot API as a stranger would call it: plain JSON, no client library."""

    playground: Playground
    session: ClientSession
    token: str = TOKEN
    statuses: list[int] = field(default_factory=list)

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer, good or bad."""
        url = f"{self.playground.url}/bot{self.token}/{method}"
        async with self.session.post(url, json=params) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    async def do(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def upload(
        self, method: str, files: dict[str, tuple[str, bytes]], **params: Any
    ) -> dict[str, Any]:
        form = FormData()
        for name, value in params.items():
            form.add_field(name, str(value))
        for name, (filename, content) in files.items():
            form.add_field(name, BytesIO(content), filename=filename)
        url = f"{self.playground.url}/bot{self.token}/{method}"
        async with self.session.post(url, data=form) as response:
            answer: dict[str, Any] = await response.json()
            return answer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def playground(clock: Clock) -> AsyncIterator[Playground]:
    async with Playground(token=TOKEN, clock=clock, webhook_pause=0.01) as running:
        yield running


@pytest.fixture
async def api(playground: Playground) -> AsyncIterator[Api]:
    async with ClientSession() as session:
        yield Api(playground, session)


@pytest.fixture
async def ana(playground: Playground) -> Person:
    """Has started the bot; her /start is confirmed."""
    person = playground.person(name="Ana")
    await person.post("/start")
    playground.telegram.updates.clear()
    return person
