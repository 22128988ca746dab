"""Text and entities back into HTML: safe HTML for the page, Telegram's HTML for round trips."""

from collections.abc import Callable, Sequence
from html import escape

from bot.playground import links
from bot.playground.formatted import Formatted, Json, end, ordered

Tags = tuple[str, str]
_PLAIN_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
}


def _link(url: str, label: str = "") -> Tags:
    if not links.openable(url):
        return "", ""
    title = f' title="{escape(label)}"' if label else ""
    address = escape(url)
    return f'<a href="{address}"{title} rel="noopener noreferrer" target="_blank">', "</a>"


def page_tags(entity: Json, covered: str) -> Tags:
    """Opening and closing tag on the chat page; `covered` is the text the entity lies on."""
    kind = entity["type"]
    if kind in _PLAIN_TAGS:
        return f"<{_PLAIN_TAGS[kind]}>", f"</{_PLAIN_TAGS[kind]}>"
    if kind == "text_link":
        return _link(entity["url"], entity["url"])
    if kind in ("url", "email"):
        prefix = "mailto:" if kind == "email" else "" if "://" in covered else "https://"
        return _link(prefix + covered)
    if kind == "bot_command":
        return f'<a class="command" data-command="{escape(covered)}" role="button">', "</a>"
    return _blocks(entity)


def _blocks(entity: Json) -> Tags:
    match entity["type"]:
        case "pre":
            return "<pre>", "</pre>"
        case "blockquote":
            return "<blockquote>", "</blockquote>"
        case "expandable_blockquote":
            return '<blockquote class="expandable">', "</blockquote>"
        case "spoiler":
            return '<span class="spoiler">', "</span>"
        case _:
            return "", ""


def telegram_tags(entity: Json, _covered: str) -> Tags:
    """The same in the HTML a bot sends."""
    kind = entity["type"]
    opening = {
        "text_link": f'a href="{escape(entity.get("url", ""))}"',
        "custom_emoji": f'tg-emoji emoji-id="{entity.get("custom_emoji_id")}"',
        "spoiler": "tg-spoiler",
        "expandable_blockquote": "blockquote expandable",
        "blockquote": "blockquote",
        "pre": "pre",
        **_PLAIN_TAGS,
    }.get(kind, "")
    if not opening:
        return "", ""
    if "language" in entity:
        return f'<pre><code class="language-{escape(entity["language"])}">', "</code></pre>"
    return f"<{opening}>", f"</{opening.partition(' ')[0]}>"


def to_html(formatted: Formatted, tags: Callable[[Json, str], Tags] = page_tags) -> str:
    """Everything typed is escaped; entities that cross are closed and opened again."""
    units = formatted.text.encode("utf-16-le")

    def cut(start: int, stop: int) -> str:
        return units[2 * start : 2 * stop].decode("utf-16-le", "replace")

    entities = ordered(formatted.entities)
    edges = sorted(
        {0, len(units) // 2}
        | {edge for entity in entities for edge in (entity["offset"], end(entity))}
    )
    pieces: list[str] = []
    stack: list[tuple[Json, Tags]] = []
    for edge, following in zip(edges, [*edges[1:], edges[-1]], strict=True):
        stack = _closed(stack, edge, pieces)
        for entity in entities:
            if entity["offset"] == edge:
                pair = tags(entity, cut(edge, end(entity)))
                pieces.append(pair[0])
                stack.append((entity, pair))
        pieces.append(escape(cut(edge, following)))
    return "".join(pieces)


def _closed(
    stack: Sequence[tuple[Json, Tags]], edge: int, pieces: list[str]
) -> list[tuple[Json, Tags]]:
    over = [place for place, (entity, _) in enumerate(stack) if end(entity) <= edge]
    if not over:
        return list(stack)
    pieces.extend(pair[1] for _, pair in reversed(stack[over[0] :]))
    reopened = [opened for opened in stack[over[0] :] if end(opened[0]) > edge]
    pieces.extend(pair[0] for _, pair in reopened)
    return [*stack[: over[0]], *reopened]
