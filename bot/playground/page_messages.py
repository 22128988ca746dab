"""Messages as the page gets them: with safe HTML and addresses of their files."""

from typing import Any

from bot.playground.files import KINDS
from bot.playground.formatted import Formatted
from bot.playground.render import to_html

Json = dict[str, Any]


def shown(message: Json, person: int) -> Json:
    """The Bot API message, with `html` of its text or caption and `url` in its files."""
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or ()
    decorated = {**message, "html": to_html(Formatted(text, tuple(entities)))}
    for kind in KINDS:
        if kind == "photo" and kind in message:
            decorated[kind] = [_with_url(size, person) for size in message[kind]]
        elif kind in message:
            decorated[kind] = _with_url(message[kind], person)
    return decorated


def _with_url(file: Json, person: int) -> Json:
    return {**file, "url": f"/people/{person}/files/{file['file_id']}"}


def shown_event(event: Json, person: int) -> Json:
    if event["kind"] not in ("message", "edited"):
        return event
    return {**event, "message": shown(event["message"], person)}
