"""The tags of Telegram's HTML: which exist, which attribute counts, which entity they become."""

import re

from bot.playground.formatted import Json
from bot.playground.refusal import RefusedError, bad_request

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_COUNTS = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id"}
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[^\s=>]+)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<token>[A-Za-z0-9.\-]+)(?=\s|$)))?"
)
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<decimal>[0-9]+)|(?P<name>[A-Za-z]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LAST_CODE_POINT = 0x10FFFF
_LONGEST_REFERENCE = 10


def cannot_parse(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason}")


def decoded(text: str) -> str:
    """Resolves the four named references and the numeric ones; any other stays as it is written."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found["name"]:
        return _NAMED.get(found["name"], found[0])
    number = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    if not 0 < number < _LAST_CODE_POINT or len(found[0]) > _LONGEST_REFERENCE:
        return found[0]
    return chr(number)


def argument(tag: str, written: str, at: int) -> str:
    """What the tag's own attribute says: link, language, class, emoji id; "" without it.

    `at` is the tag's byte offset, for the refusal of a malformed attribute.
    """
    value, position, written = "", 0, written.strip()
    while position < len(written):
        found = _ATTRIBUTE.match(written, position)
        if found is None or found.end() == position:
            raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        position = found.end()
        given = next((found[kind] for kind in ("double", "single", "token") if found[kind]), None)
        if given is None and "=" not in found[0]:
            if (tag, found["name"]) != ("blockquote", "expandable"):
                raise cannot_parse(
                    "Expected equal sign in declaration of an attribute of the tag "
                    f'"{tag}" at byte offset {at}'
                )
            value = "expandable"
        elif found["name"] == _COUNTS.get(tag):
            value = decoded(given or "")
    return value


def entity(tag: str, value: str, offset: int, length: int) -> Json:
    """The entity for a tag other than a link (whose address is checked apart)."""
    shaped: Json = {"type": TYPES[tag], "offset": offset, "length": length}
    if tag == "blockquote" and value == "expandable":
        shaped["type"] = "expandable_blockquote"
    elif tag == "tg-emoji":
        if not value.isdecimal() or not int(value):
            raise cannot_parse("Invalid custom emoji identifier specified")
        shaped["custom_emoji_id"] = value
    elif tag == "code" and value.startswith("language-"):
        shaped["language"] = value.removeprefix("language-")
    return shaped
