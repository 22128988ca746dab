"""Reading a request to the people API, and saying no to it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.playground.chats import User
from bot.playground.parameters import Parameters
from bot.playground.refusal import RefusedError, bad_request

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A refusal as JSON with a `description`, and its status."""
    try:
        return await handler(request)
    except RefusedError as refusal:
        return web.json_response(refusal.json(), status=refusal.error_code)


def number(request: web.Request, name: str) -> int:
    """From the path or the query."""
    try:
        return int(request.match_info.get(name) or request.query.get(name, ""))
    except ValueError:
        raise bad_request(f"{name} must be a number") from None


def required(params: Parameters, name: str) -> int:
    value = params.integer(name)
    if value is None:
        raise bad_request(f"{name} is missing")
    return value


def person_json(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "role": user.role,
        "first_name": user.first_name,
        "language_code": user.language_code,
    }
