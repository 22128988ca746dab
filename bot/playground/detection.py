"""The entities Telegram finds by itself in what anyone writes: commands, links, mentions."""

import re

from bot.playground.formatted import VERBATIM, Formatted, end, ordered, utf16_length

_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?![\w-]))"
    r"|(?P<url>(?<![\w@./])(?:https?://[^\s<>\"']*[^\s<>\"'.,;:!?)]"
    r"|(?:[a-zA-Z0-9-]+\.)+(?:com|org|net|it|pl|eu|uk|me|info|gov|io)(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)])?(?![\w@-])))"
    r"|(?P<mention>(?<![\w@])@[a-zA-Z0-9_]{4,32}(?![\w@]))"
    r"|(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
)
_LIKELY = re.compile(r"[/@#.]")
_CLOSED = (*VERBATIM, "text_link", "text_mention", "custom_emoji")


def with_detected(formatted: Formatted) -> Formatted:
    if not _LIKELY.search(formatted.text):
        return formatted
    taken = [
        (entity["offset"], end(entity))
        for entity in formatted.entities
        if entity["type"] in _CLOSED
    ]
    detected = []
    for found in _FOUND.finditer(formatted.text):
        start = utf16_length(formatted.text[: found.start()])
        stop = start + utf16_length(found[0])
        if not any(start < last and first < stop for first, last in taken):
            detected.append({"type": found.lastgroup, "offset": start, "length": stop - start})
    if not detected:
        return formatted
    return Formatted(formatted.text, tuple(ordered([*formatted.entities, *detected])))
