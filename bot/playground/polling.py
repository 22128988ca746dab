"""getUpdates: one poller at a time, waiting until there is something to give."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from bot.playground.chats import Json
from bot.playground.refusal import conflict
from bot.playground.telegram import Telegram


@dataclass(frozen=True)
class Described:
    """A result that Telegram comments with a `description`."""

    result: Any
    description: str


def _check_webhook(telegram: Telegram) -> None:
    if telegram.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )


async def poll(
    telegram: Telegram,
    offset: int,
    limit: int,
    seconds: float,
    kinds: Collection[str] | None,
) -> list[Json]:
    """A second poller ends the first one's wait with a 409, as does setWebhook."""
    _check_webhook(telegram)
    if kinds is not None:
        telegram.updates.allow(kinds)
    telegram.pollers += 1
    turn = telegram.pollers
    telegram.updates.arrived.notify()
    telegram.updates.forget_old(telegram.clock())
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not (found := telegram.updates.fetch(offset, limit)):
        left = deadline - loop.time()
        if left <= 0 or not await telegram.updates.arrived.wait(left):
            break
        _check_turn(telegram, turn)
    return found


def _check_turn(telegram: Telegram, turn: int) -> None:
    if telegram.pollers != turn:
        raise conflict(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
    if telegram.webhook.url:
        raise conflict("terminated by setWebhook request")
