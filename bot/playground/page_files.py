"""The chat page: one HTML file and what it loads."""

from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent / "page"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".json": "application/json",
}
_TEXTS = ("text/html", "text/css", "text/javascript", "application/json")


def routes() -> list[web.RouteDef]:
    return [web.get("/", index), web.get("/page/{file:.+}", static)]


async def index(_request: web.Request) -> web.Response:
    return _file(PAGE / "index.html")


async def static(request: web.Request) -> web.Response:
    return _file((PAGE / request.match_info["file"]).resolve())


def _file(path: Path) -> web.Response:
    kind = _TYPES.get(path.suffix)
    if kind is None or not path.is_relative_to(PAGE) or not path.is_file():
        raise web.HTTPNotFound
    charset = "utf-8" if kind in _TEXTS else None
    return web.Response(body=path.read_bytes(), content_type=kind, charset=charset)
