"""What a message of the bot may never hold, whatever an author typed."""

import re
import unicodedata
from typing import Any

from bot.playground.transcript import buttons, words_of

Json = dict[str, Any]
LIVE = frozenset({"url", "mention", "bot_command", "hashtag", "cashtag", "email", "text_mention"})
# Stricter than the playground: what Telegram itself was seen to link.
_LINKED = re.compile(
    r"(?:https?|ftp|tg|ton)://[^\s\u2060]"
    r"|[^\s.\u2060]\.[^\W\d_]{2}"
    r"|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"
    r"|[@#$](?=[^\s\u2060]*[^\W\d_])[\w·]"
    r"|(?<![0-9A-Za-zÀ-ÖØ-öø-ɏ/])/[A-Za-z0-9_]"
)
OWN = frozenset({"/receipt", "/stories", "/story", "/policy", "/queue", "/menu"})
"""Commands that the bot's own sentences name."""
TEXT_LIMIT, CAPTION_LIMIT, LABEL_LIMIT = 4096, 1024, 200
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
ALLOWED = frozenset("\n\t\u200d\u2060")
SORRY = ("went wrong", "Something broke", "could not do that")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def faults(message: Json) -> list[str]:
    """What is wrong with it; empty for a message as it should be."""
    return [*_lengths(message), *_live(message), *_unseen(message), *_foreign(message)]


def harmless(message: Json, where: str = "") -> None:
    found = faults(message)
    assert not found, f"{where}: {found}\n{words_of(message)[:600]!r}"


def _lengths(message: Json) -> list[str]:
    limit = CAPTION_LIMIT if "caption" in message else TEXT_LIMIT
    found = [f"{units(words_of(message))} units"] if units(words_of(message)) > limit else []
    labels = [button["text"] for button in buttons(message)]
    return found + [f"label {label[:40]!r}" for label in labels if units(label) > LABEL_LIMIT]


def _live(message: Json) -> list[str]:
    text = words_of(message)
    raw = text.encode("utf-16-le")
    found = []
    for entity in message.get("entities", []) + message.get("caption_entities", []):
        start, length = entity["offset"], entity["length"]
        words = raw[2 * start : 2 * (start + length)].decode("utf-16-le")
        if entity["type"] in LIVE and words not in OWN:
            found.append(f"{entity['type']}: {words}")
    bare = re.sub("|".join(map(re.escape, sorted(OWN))), "", text)
    return found + [f"link: {match[0]}" for match in _LINKED.finditer(bare)]


def _unseen(message: Json) -> list[str]:
    texts = [words_of(message), *(button["text"] for button in buttons(message))]
    return [
        f"unseen {ord(sign):x}"
        for text in texts
        for sign in dict.fromkeys(text)
        if unicodedata.category(sign) in HIDDEN and sign not in ALLOWED
    ]


def _foreign(message: Json) -> list[str]:
    """Links that bear other words, and buttons, lead to the bot alone."""
    links = [one["url"] for one in message.get("entities", []) if one["type"] == "text_link"]
    links += [button["url"] for button in buttons(message) if "url" in button]
    ours = (
        "https://t.me/galateo_playground_bot",
        "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fgal",
    )
    sorry = [word for word in SORRY if word in words_of(message)]
    return [link for link in links if not link.startswith(ours)] + sorry
