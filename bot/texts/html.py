"""Telegram's HTML seen from outside: escaping and the length that a reader sees."""

import html
import re

from markupsafe import Markup

TAG = re.compile(r"</?[a-z][a-z-]*(?:\s[^<>]*)?>", re.IGNORECASE)


def escape(text: str) -> str:
    return html.escape(text, quote=False)


def visible(markup: str) -> str:
    """The text that is left when tags are gone and entities are characters."""
    return html.unescape(TAG.sub("", markup))


def utf16_length(text: str) -> int:
    """Telegram counts UTF-16 code units: an emoji counts two."""
    return len(text.encode("utf-16-le")) // 2


def clipped(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def link(address: str, label: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, label)
