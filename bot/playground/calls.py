"""One call from the bot: looked up, checked, done, recorded."""

import inspect
import time
from typing import Any

from bot.playground.methods.table import TABLE
from bot.playground.parameters import Parameters
from bot.playground.refusal import RefusedError, UnchangedError, bad_request
from bot.playground.telegram import Call, Telegram


def method_name(written: str) -> str:
    """The method's name in Telegram's own capitals. Raises 404 for one that does not exist."""
    known = TABLE.get(written.lower())
    if known is None:
        raise RefusedError(404, "Not Found")
    return known[0]


async def run(telegram: Telegram, name: str, params: Parameters) -> Any:
    """The method's result. Raises RefusedError; both are recorded in `telegram.calls`."""
    _, method = TABLE[name.lower()]
    try:
        unknown = sorted(params.names() - method.parameters)
        if unknown:
            raise bad_request(f"unknown parameter of {name}: {', '.join(unknown)}")
        result = method.run(telegram, params)
        if inspect.isawaitable(result):
            result = await result
    except RefusedError as refusal:
        failed(telegram, name, params, refusal)
        raise
    telegram.calls.append(_call(name, params, None))
    return result


def failed(telegram: Telegram, name: str, params: Parameters, refusal: RefusedError) -> None:
    """Records a call that was refused, and tells the people of the chat it was for."""
    telegram.calls.append(_call(name, params, refusal))
    chat_id = _chat_id(params)
    chat = telegram.registry.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is not None:
        telegram.events.tell(
            chat.audience(telegram.bot.id),
            "unchanged" if isinstance(refusal, UnchangedError) else "refused",
            chat_id=chat.id,
            method=name,
            description=refusal.description,
        )


def _chat_id(params: Parameters) -> int | str | None:
    written = params.text("chat_id")
    if written.lstrip("-").isdecimal():
        return int(written)
    return written or None


def _call(name: str, params: Parameters, refusal: RefusedError | None) -> Call:
    return Call(
        name,
        _chat_id(params),
        refusal is None,
        None if refusal is None else refusal.error_code,
        time.monotonic(),
        "" if refusal is None else refusal.description,
    )
