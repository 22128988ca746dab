"""The gate: every call of the bot but getUpdates passes here, in one of two lanes."""

import datetime as dt
import enum
import functools
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.delivery.bulk import BulkQueue
from bot.delivery.charges import Call, ChatId, call_of, chat_key
from bot.delivery.errors import Held
from bot.delivery.lanes import Lanes
from bot.delivery.replies import ReplyQueues
from bot.delivery.rest import Rest

PATIENCE = 5.0

Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
Send: TypeAlias = Callable[[], Coroutine[Any, Any, Answer]]


class Lane(enum.StrEnum):
    """What `rate_limit_args` of a call may say; without it the call is a reply."""

    BULK = "bulk"
    ADMITTED = "admitted"  # bulk, and its turn was awaited before


@dataclass(frozen=True, slots=True)
class Counts:
    """Attempts since the start, and how many bulk messages wait for their turn now."""

    replies: int
    bulk: int
    refused: int
    replies_held: int
    bulk_waiting: int


class Gate(BaseRateLimiter[Lane]):
    """Replies go at once; in a chat that Telegram wants silent they wait in order, up to
    `PATIENCE` seconds in all, then ReplyHeld. A reply refused for no longer is repeated once.

    Bulk messages wait their turn as long as it takes; refused, they raise RetryAfter: the caller
    has a row for each and asks again.
    """

    def __init__(self, lanes: Lanes, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._lanes = lanes
        self._rest = Rest(clock)
        self._bulk = BulkQueue(lanes, self._rest)
        self._replies = ReplyQueues(lanes, self._rest)
        self._sent = {Lane.BULK: 0, None: 0}
        self._refused = 0

    @property
    def counts(self) -> Counts:
        return Counts(
            replies=self._sent[None],
            bulk=self._sent[Lane.BULK],
            refused=self._refused,
            replies_held=self._replies.given_up,
            bulk_waiting=self._bulk.waiting,
        )

    async def initialize(self) -> None:
        self._rest.begin()

    async def shutdown(self) -> None:
        self.stop()

    def stop(self) -> None:
        """Who waits gets an error at once: GateStopped in the bulk lane, ReplyHeld for a reply.

        Replies that need not wait still go, and calls on their way are left to end.
        """
        self._rest.stop()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Answer:
        call = call_of(endpoint, data)
        send = functools.partial(callback, *args, **kwargs)
        if rate_limit_args is None:
            return await self._reply(call, send)
        if Lane(rate_limit_args) is Lane.BULK:
            await self._bulk.turn(call)
        return await self._admitted(call, send)

    async def turn(self, chat: ChatId, cost: int = 1) -> None:
        """Returns when a bulk message of that cost may go: now, with `Lane.ADMITTED`.

        For who notes in a row that the message is on its way and wants that note to be true.
        Raises GateStopped.
        """
        await self._bulk.turn(Call(chat_key(chat), cost))

    async def _admitted(self, call: Call, send: Send) -> Answer:
        if hold := self._lanes.hold(self._rest.now(), call):
            raise Held(hold)
        answer = await self._send(call, send, Lane.BULK)
        if isinstance(answer, RetryAfter):
            raise answer
        return answer

    async def _reply(self, call: Call, send: Send) -> Answer:
        patience = await self._replies.wait_out(call, PATIENCE)
        answer = await self._send(call, send)
        if not isinstance(answer, RetryAfter):
            return answer
        if call.chat is None:  # then no chat is held whose silence would be waited for
            await self._replies.pause(_seconds(answer), patience)
        await self._replies.wait_out(call, patience)
        answer = await self._send(call, send)
        if isinstance(answer, RetryAfter):
            raise self._replies.held(_seconds(answer))
        return answer

    async def _send(self, call: Call, send: Send, lane: Lane | None = None) -> Answer | RetryAfter:
        self._sent[lane] += 1
        try:
            return await send()
        except RetryAfter as refusal:
            self._refused += 1
            self._lanes.refused(self._rest.now(), call, _seconds(refusal))
            return refusal


def _seconds(refusal: RetryAfter) -> float:
    """The library gives a timedelta or, without PTB_TIMEDELTA, a number."""
    after = refusal.retry_after
    return after.total_seconds() if isinstance(after, dt.timedelta) else float(after)
