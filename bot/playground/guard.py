"""What keeps other web pages away from a server on one's own machine."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob: data:",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_BODIES = ("application/json", "multipart/form-data")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def is_loopback(host: str) -> bool:
    """`host` as in a Host header, with or without a port."""
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK_HOSTS
    except ValueError:
        return False


def _refused(reason: str) -> web.Response:
    return web.json_response({"ok": False, "description": reason}, status=403)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only loopback names in Host (against DNS rebinding), only our own pages in Origin, and no
    bodies that a foreign page could post without asking first.
    """
    if not is_loopback(request.host):
        return _refused("this server answers to loopback names alone")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return _refused("requests of other pages are not answered")
    if request.path.startswith(("/bot", "/file/")):
        return await handler(request)
    if request.method == "POST" and request.content_type not in _BODIES:
        return web.json_response({"description": "JSON or multipart is expected"}, status=415)
    response = await handler(request)
    response.headers.update(_HEADERS)
    return response
