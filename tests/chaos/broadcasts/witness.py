"""The local Telegram's side of calls: which have come, and which are answered."""

import asyncio
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from unittest.mock import patch

from aiohttp import web

from bot.playground.bot_api import read_parameters
from bot.playground.server import Playground

WATCHED = frozenset({"copyMessage", "editMessageText", "deleteMessage"})
REFUSED = 429
MOMENT = 0.02
Calling = tuple[str, int]
"""A method and the chat it is for."""


@dataclass
class Witness:
    """Of calls into the `chats`; to be made before the playground starts.

    `begun` counts those that came, by their method. Those of this life are `underway` until they
    are `answered`, unless Telegram said that they come too early.
    """

    playground: Playground
    chats: Collection[int]
    begun: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    underway: set[Calling] = field(default_factory=set)
    answered: set[Calling] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._answer = self.playground._api.call
        patch.object(self.playground._api, "call", self._call).start()

    def forget(self) -> None:
        """Another life begins."""
        self.answered.clear()

    def answered_of(self, method: str) -> frozenset[int]:
        return frozenset(chat for name, chat in self.answered if name == method)

    async def settled(self, method: str) -> frozenset[int]:
        """Chats into which a call came in this life; the bot is dead, the last ones are answered."""
        await asyncio.sleep(MOMENT)
        while self.underway:  # noqa: ASYNC110 - a coarse look is enough
            await asyncio.sleep(MOMENT)
        return self.answered_of(method)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        chat = (await read_parameters(request)).integer("chat_id") if method in WATCHED else None
        if chat is None or chat not in self.chats:
            return await self._answer(request)
        calling = (method, chat)
        self.begun[method] += 1
        self.underway.add(calling)
        try:
            answer = await self._answer(request)
        finally:
            self.underway.discard(calling)
        if answer.status == REFUSED:
            self.refused += 1
        else:
            self.answered.add(calling)
        return answer
