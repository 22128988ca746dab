"""The menu of lists, the choosers of a tag, a sector, a teller, and the place of search."""

from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit
from bot.stories.model import SECTORS, TAGS, TELLERS
from bot.stories.reading.lists.feeds import DAYS
from bot.stories.reading.spot import (
    ALL_LANGUAGES,
    EVER,
    FOUND,
    KEPT,
    MONTH,
    NEWEST,
    OWN_LANGUAGE,
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
        (Button(say("🔎 Search"), f"stories:search:{scope}"), _tongues(visit, "menu", scope)),
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
    return Screen(text, ((_tongues(visit, "search", scope),), lists_row(visit, scope)))


def none_screen(visit: Visit, feed: Feed, sought: str, *, is_empty: bool) -> Screen:
    """A list without stories; where there may be some in other languages, the way there.

    `is_empty`: there are none at all in the language that is read.
    """
    say, rows = visit.language.say, []
    if feed.scope != ALL_LANGUAGES and feed.name != KEPT:
        label = say("🌐 Look in all languages")
        rows.append((Button(label, f"stories:open:{feed.code}:{ALL_LANGUAGES}"),))
    if feed.name == FOUND:
        rows.append((Button(say("🔎 Other words"), f"stories:search:{feed.scope}"),))
    text = visit.language.page(
        "stories_none",
        feed=feed.name,
        sought=shown(sought),
        days=DAYS.get(feed.name),
        is_empty=is_empty,
    )
    return Screen(text, (*rows, lists_row(visit, feed.scope)))


def lists_row(visit: Visit, scope: str) -> Row:
    say = visit.language.say
    return (Button(say("‹ Lists"), f"stories:menu:{scope}"), Button(say("Menu"), "menu"))


def tongues_screen(visit: Visit, name: str, chosen: str) -> Screen:
    """In whose languages to read; `name` is the screen that it is chosen for: menu or search."""
    own = visit.language.code
    scopes = {
        **{OWN_LANGUAGE if code == own else code: label for code, label in LANGUAGES.items()},
        ALL_LANGUAGES: visit.language.say("All languages"),
    }
    now = OWN_LANGUAGE if chosen == own else chosen
    buttons = packed(
        Button(f"{'• ' if scope == now else ''}{label}", f"stories:{name}:{scope}")
        for scope, label in scopes.items()
    )
    text = visit.language.page("stories_choose", what="tongues")
    return Screen(text, (*buttons, lists_row(visit, chosen)))


def _tongues(visit: Visit, name: str, scope: str) -> Button:
    return Button(visit.language.say("🌐 Languages"), f"stories:tongues:{name}:{scope}")


def _tongue(visit: Visit, scope: str) -> str:
    """Empty for all of them."""
    if scope == ALL_LANGUAGES:
        return ""
    return LANGUAGES[visit.language.code if scope == OWN_LANGUAGE else scope]
