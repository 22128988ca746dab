"""The menu of lists, the choosers of a tag, a sector, a teller, and the place of search."""

from collections.abc import Iterable

from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit
from bot.stories.model import SECTORS, TAGS, TELLERS
from bot.stories.reading.spot import (
    EVER,
    FOUND,
    KEPT,
    MONTH,
    NEWEST,
    RANDOM,
    SECTOR,
    TAG,
    TELLER,
    WEEK,
    Feed,
)
from bot.stories.reading.story_text import shown
from bot.stories.words import SECTOR as SECTOR_NAMES
from bot.stories.words import TAG as TAG_NAMES
from bot.stories.words import TELLER as TELLER_NAMES
from bot.texts.language import LANGUAGES

ROWS = 6
OTHER_SCOPE = {"o": "a", "a": "o"}
_CHOOSERS = {
    "tags": (TAG, TAGS, TAG_NAMES),
    "sectors": (SECTOR, SECTORS, SECTOR_NAMES),
    "tellers": (TELLER, TELLERS, TELLER_NAMES),
}
Row = tuple[Button, ...]


def menu_screen(visit: Visit, scope: str) -> Screen:
    say = visit.language.say

    def opens(label: str, name: str) -> Button:
        return Button(label, f"stories:open:{name}:{scope}")

    rows: tuple[Row, ...] = (
        (opens(say("🆕 Newest"), NEWEST), opens(say("🎲 Surprise me"), RANDOM)),
        (
            opens(say("🏆 Week"), WEEK),
            opens(say("🏆 Month"), MONTH),
            opens(say("🏆 Ever"), EVER),
        ),
        (
            Button(say("🏷 By topic"), f"stories:tags:{scope}:1"),
            Button(say("🏢 By sector"), f"stories:sectors:{scope}:1"),
        ),
        (
            Button(say("👤 By who tells"), f"stories:tellers:{scope}:1"),
            opens(say("❤️ Favourites"), KEPT),
        ),
        (Button(say("🔎 Search"), f"stories:search:{scope}"), _toggle(visit, "menu", scope)),
        (Button(say("✍️ Tell yours"), "story"), Button(say("Menu"), "menu")),
    )
    return Screen(visit.language.page("stories_menu", tongue=_tongue(visit, scope)), rows)


def chooser_screen(visit: Visit, name: str, scope: str, page: int) -> Screen:
    """`name` is tags, sectors or tellers; `page` counts from 1."""
    feed, values, names = _CHOOSERS[name]
    rows = packed(
        Button(visit.language.say(names[value]), f"stories:open:{feed}-{value}:{scope}")
        for value in values
    )
    pages = [rows[begin : begin + ROWS] for begin in range(0, len(rows), ROWS)]
    page = max(1, min(page, len(pages)))
    turning = tuple(
        Button(label, f"stories:{name}:{scope}:{there}")
        for label, there in (("«", page - 1), ("»", page + 1))
        if 1 <= there <= len(pages)
    )
    shown = (*pages[page - 1], turning, lists_row(visit, scope))
    return Screen(visit.language.page("stories_choose", what=name), tuple(filter(None, shown)))


def search_screen(visit: Visit, scope: str) -> Screen:
    text = visit.language.page("stories_search", tongue=_tongue(visit, scope))
    return Screen(text, ((_toggle(visit, "search", scope),), lists_row(visit, scope)))


def none_screen(visit: Visit, feed: Feed, sought: str) -> Screen:
    """A list without stories; where there may be some in other languages, the way there."""
    say, rows = visit.language.say, []
    if not feed.every and feed.name != KEPT:
        label = say("🌐 Look in all languages")
        rows.append((Button(label, f"stories:open:{feed.code}:a"),))
    if feed.name == FOUND:
        rows.append((Button(say("🔎 Other words"), f"stories:search:{feed.scope}"),))
    text = visit.language.page("stories_none", feed=feed.name, sought=shown(sought))
    return Screen(text, (*rows, lists_row(visit, feed.scope)))


def lists_row(visit: Visit, scope: str) -> Row:
    say = visit.language.say
    return (Button(say("‹ Lists"), f"stories:menu:{scope}"), Button(say("Menu"), "menu"))


def _toggle(visit: Visit, name: str, scope: str) -> Button:
    """Says what it leads to."""
    labels: Iterable[str] = (visit.language.say("All languages"), LANGUAGES[visit.language.code])
    label = dict(zip("oa", labels, strict=True))[scope]
    return Button(f"🌐 {label}", f"stories:{name}:{OTHER_SCOPE[scope]}")


def _tongue(visit: Visit, scope: str) -> str:
    return LANGUAGES[visit.language.code] if scope == "o" else ""
