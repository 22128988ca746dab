"""Text with its entities: lengths, order, nesting and trimming as Telegram keeps them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from telegram.constants import MessageLimit

from bot.playground.refusal import bad_request

Json = dict[str, Any]

BLOCKS = ("blockquote", "expandable_blockquote")
VERBATIM = ("pre", "code")
MARKUP = (
    *BLOCKS,
    *VERBATIM,
    "text_link",
    "text_mention",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "custom_emoji",
)
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True)
class Formatted:
    """Offsets and lengths of the entities count UTF-16 code units."""

    text: str
    entities: tuple[Json, ...] = ()


def utf16_length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """What Telegram does to any string it is given: no carriage returns, no control characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return _CONTROLS.sub(" ", text.replace("\r", ""))


def end(entity: Json) -> int:
    return int(entity["offset"]) + int(entity["length"])


def ordered(entities: Iterable[Json]) -> list[Json]:
    """Outer entities first, as clients expect them."""

    def rank(entity: Json) -> tuple[int, int, int]:
        kind = entity["type"]
        return (
            entity["offset"],
            -entity["length"],
            MARKUP.index(kind) if kind in MARKUP else len(MARKUP),
        )

    return sorted(entities, key=rank)


def _allowed_inside(entity: Json, outer: Json) -> bool:
    if outer["type"] in VERBATIM or outer["type"] == entity["type"]:
        return False
    return not (entity["type"] in BLOCKS and outer["type"] in BLOCKS)


def _unnested(entities: Iterable[Json]) -> list[Json]:
    """Drops what Telegram does not nest: anything in code, quotes in quotes, bold in bold."""
    kept: list[Json] = []
    open_ones: list[Json] = []
    for entity in ordered(entities):
        open_ones = [outer for outer in open_ones if end(outer) > entity["offset"]]
        if all(_allowed_inside(entity, outer) for outer in open_ones):
            kept.append(entity)
            open_ones.append(entity)
    return kept


def finished(text: str, entities: Iterable[Json]) -> Formatted:
    """Trims the text, moves the entities along, drops empty and wrongly nested ones."""
    stripped = text.lstrip()
    shift = utf16_length(text) - utf16_length(stripped)
    stripped = stripped.rstrip()
    total = utf16_length(stripped)
    units = stripped.encode("utf-16-le")
    fitted: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        stop = min(total, end(entity) - shift)
        if stop > start and units[2 * start : 2 * stop].decode("utf-16-le", "replace").strip():
            fitted.append({**entity, "offset": start, "length": stop - start})
    return Formatted(stripped, tuple(_unnested(fitted)[: MessageLimit.MESSAGE_ENTITIES]))


def explicit(text: str, entities: Any) -> Formatted:
    """The entities a bot gave itself instead of a parse mode; checked against the text."""
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    total = utf16_length(text)
    checked: list[Json] = []
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse MessageEntity: expected an Object with a type")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: offset and length must be Numbers")
        if offset < 0 or length <= 0 or offset + length > total:
            raise bad_request("ENTITY_BOUNDS_INVALID")
        if entity["type"] in MARKUP:
            checked.append(entity)
    return finished(text, checked)
