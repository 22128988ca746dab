"""A long text in pages that Telegram takes, never cut inside a placeholder."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from bot.chat.screens import Button
from bot.stories.shown import author_html
from bot.stories.telling.masking import placeholder
from bot.texts.html import escape, utf16_length

PAGE_UNITS = 3_000
_LIVE = re.compile(r"[.:@#$/]")  # a joiner that nobody sees may come to stand beside each
_CHUNKS = re.compile(r"(?:\[[^\[\]\n]{1,30}\]|[^\s\[]|\[){1,40}\s{0,40}|\s{1,40}")


def pages(text: str, limit: int = PAGE_UNITS) -> tuple[str, ...]:
    """At least one; their UTF-16 units, as shown, are at most `limit` each."""
    found: list[str] = [""]
    room = limit
    for chunk in _CHUNKS.findall(text):
        units = utf16_length(chunk) + len(_LIVE.findall(chunk))
        if units > room and found[-1]:
            found.append("")
            room = limit
        found[-1] += chunk
        room -= units
    return tuple(found)


def page_of(count: int, argument: str) -> int:
    """The index meant by `2`; of the first of `count` pages where there is none such."""
    number = int(argument) if argument.isascii() and argument.isdigit() else 1
    return number - 1 if 1 <= number <= count else 0


def turning(step: str, index: int, count: int) -> tuple[tuple[Button, ...], ...]:
    """A row that turns the pages; no row where there is one page alone."""
    if count == 1:
        return ()
    back, on = (index - 1) % count + 1, (index + 1) % count + 1
    return (
        (
            Button("‹", f"story:go:{step}:{back}"),
            Button(f"{index + 1}/{count}", f"story:go:{step}:{index + 1}"),
            Button("›", f"story:go:{step}:{on}"),
        ),
    )


def shown(text: str, kinds: Iterable[str] = (), language: str = "") -> Markup:
    """Telegram HTML of the author's text, placeholders of those kinds in bold."""
    html = author_html(text, links=False)
    signs = sorted({escape(placeholder(kind, language)) for kind in kinds})
    if signs:
        html = re.sub("|".join(map(re.escape, signs)), r"<b>\g<0></b>", html)
    return Markup(html)  # noqa: S704 - author_html escapes
