"""The requests of one person to the people API."""

from collections.abc import Callable
from typing import Any

from aiohttp import ClientSession, FormData

Json = dict[str, Any]


class Client:
    """Raises AssertionError with the server's sentence when it refuses something."""

    def __init__(
        self,
        person_id: int,
        session: Callable[[], ClientSession],
        server: Callable[[], str],
    ) -> None:
        self._path = f"/people/{person_id}"
        self._session = session
        self._server = server

    def _url(self, path: str) -> str:
        return f"{self._server()}{self._path}{path}"

    async def get(self, path: str, **query: str) -> Any:
        async with self._session().get(self._url(path), params=query) as response:
            answer = await response.json()
        if not response.ok:
            raise AssertionError(answer["description"])
        return answer

    async def act(self, path: str, body: Json | FormData, method: str = "POST") -> tuple[Json, int]:
        """The answer, and the number of the newest event at that moment."""
        sent: dict[str, Any] = {"json": body} if isinstance(body, dict) else {"data": body}
        async with self._session().request(method, self._url(path), **sent) as response:
            answer = await response.json()
        if not response.ok:
            raise AssertionError(answer["description"])
        return answer, int(response.headers["X-Version"])

    async def events(self, after: int, seconds: float) -> tuple[int, list[Json]]:
        """What came after that number, waiting up to `seconds` for the first."""
        answer = await self.get("/events", after=str(after), timeout=str(seconds))
        return answer["version"], answer["events"]
