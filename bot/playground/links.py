"""Which addresses Telegram takes, and how it writes them down."""

import re
from urllib.parse import urlsplit

_USER = re.compile(r"tg://(?:user\?id=|openmessage\?user_id=)(\d+)")
_HOST = re.compile(r"[^\s.]+(\.[^\s.]+)+")
PAGE_SCHEMES = ("http", "https", "mailto", "tel", "tg")


def mentioned_user(url: str) -> int | None:
    """The user id behind `tg://user?id=…`, a mention without a username."""
    found = _USER.fullmatch(url)
    return int(found[1]) if found else None


def checked(url: str) -> str | None:
    """The address as Telegram would store it, or None when it would call it a wrong HTTP URL.

    A missing scheme becomes http; a host needs a dot, so `http://localhost` is refused as in life.
    """
    if not url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", url) else f"http://{url}")
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme == "tg":
        return parts.geturl() if host else None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    return parts._replace(path=parts.path or "/").geturl()


def openable(url: str) -> bool:
    """Whether the page may make a link of it."""
    return url.partition(":")[0].lower() in PAGE_SCHEMES
