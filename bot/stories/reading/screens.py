"""The screen of every place of reading, by its code."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.chat.screens import Screen
from bot.chat.visit import Visit
from bot.stories.reading.asides import Asides
from bot.stories.reading.menus import (
    chooser_screen,
    menu_screen,
    none_screen,
    search_screen,
    tongues_screen,
)
from bot.stories.reading.neighbours import Neighbours
from bot.stories.reading.sharing import Sharing
from bot.stories.reading.spot import NEWEST, OWN_LANGUAGE, SCOPES, Feed, Spot
from bot.stories.reading.store import find_story
from bot.stories.reading.story_page import StoryPage
from bot.stories.reading.under import notes_screen

_CHOOSER = re.compile(r"([a-z]{1,2}):(\d{1,2})", re.ASCII)
_NOTES = re.compile(r"(\d{1,9}):(.+)", re.ASCII)
_Found = Callable[[Visit, str], Screen | None]


class Screens:
    def __init__(
        self, page: StoryPage, asides: Asides, neighbours: Neighbours, sharing: Sharing
    ) -> None:
        self._page, self._neighbours, self._sharing = page, neighbours, sharing
        self.story = page.screen
        self._plain: dict[str, _Found] = {
            "": lambda visit, rest: None if rest else menu_screen(visit, OWN_LANGUAGE),
            "menu": _scoped(menu_screen),
            "search": _scoped(search_screen),
            "tongues": _tongues,
            "none": self._none,
        }
        self._at_story: dict[str, Callable[[Visit, Spot], Screen | None]] = {
            "one": page.screen,
            "feelings": asides.feelings,
            "more": asides.more,
            "why": asides.why,
            "image": self._image,
        }

    def find(self, visit: Visit, code: str) -> Screen | None:
        """None for a code that names no screen, or a story that is not there."""
        name, _, rest = code.partition(":")
        if name in self._plain:
            return self._plain[name](visit, rest)
        if name in self._at_story:
            spot = Spot.parse(rest)
            return self._at_story[name](visit, spot) if spot else None
        if name in {"tags", "sectors", "tellers"}:
            chosen = _CHOOSER.fullmatch(rest)
            if chosen is None or chosen[1] not in SCOPES:
                return None
            return chooser_screen(visit, name, chosen[1], int(chosen[2]))
        return self._notes(visit, name, rest) if name in {"talk", "notes"} else None

    def menu(self, visit: Visit, scope: str) -> Screen:
        return menu_screen(visit, scope)

    def _none(self, visit: Visit, rest: str) -> Screen | None:
        code, _, scope = rest.rpartition(":")
        feed = Feed.parse(code, scope)
        if feed is None:
            return None
        newest = self._neighbours.first(visit, Feed(NEWEST, scope=feed.scope))
        return none_screen(
            visit, feed, self._neighbours.shelf(visit).sought, is_empty=newest is None
        )

    def _image(self, visit: Visit, spot: Spot) -> Screen | None:
        """The picture, and under it the screen that says the same."""
        story = find_story(visit.connection, spot.number)
        screen = self._page.screen(visit, spot)
        if story is None or story.is_withdrawn or screen is None:
            return None
        return replace(screen, files=(self._sharing.picture(story, visit.language),))

    def _notes(self, visit: Visit, name: str, rest: str) -> Screen | None:
        found = _NOTES.fullmatch(rest)
        spot = Spot.parse(found[2]) if found else None
        return notes_screen(visit, name, int(found[1]), spot) if found and spot else None


def _scoped(screen: Callable[[Visit, str], Screen]) -> _Found:
    return lambda visit, scope: screen(visit, scope) if scope in SCOPES else None


def _tongues(visit: Visit, rest: str) -> Screen | None:
    """`menu:it`: chosen for the menu, where Italian is chosen now."""
    name, _, scope = rest.partition(":")
    if name not in {"menu", "search"} or scope not in SCOPES:
        return None
    return tongues_screen(visit, name, scope)
