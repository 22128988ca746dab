"""Opening a list, a story, a story at random, what a search finds."""

from dataclasses import replace
from random import Random

from bot.chat.visit import Reply, Visit
from bot.stories.reading.lists.unread import unread
from bot.stories.reading.neighbours import Neighbours
from bot.stories.reading.screens import Screens
from bot.stories.reading.search.search import LONGEST_SEARCH
from bot.stories.reading.spot import FOUND, RANDOM, Feed, Spot
from bot.stories.shown import clean


class Opening:
    def __init__(self, neighbours: Neighbours, screens: Screens, random: Random) -> None:
        self._neighbours, self._screens, self._random = neighbours, screens, random

    def press(self, visit: Visit, what: str) -> Reply | None:
        """`one:<spot>` or `open:<list>:<scope>`; None for others, and for a story there is not."""
        name, _, rest = what.partition(":")
        if name == "one":
            spot = Spot.parse(rest)
            return self.story(visit, spot) if spot else None
        if name != "open":
            return None
        code, _, scope = rest.rpartition(":")
        feed = Feed.parse(code, scope)
        return self.list(visit, feed) if feed else None

    def story(self, visit: Visit, spot: Spot) -> Reply | None:
        """It is read from now on."""
        screen = self._screens.story(visit, spot)
        if screen is None:
            return None
        shelf = self._neighbours.shelf(visit)
        self._neighbours.keep(visit, shelf.marked("read", spot.number))
        return Reply(visit.person, f"stories:one:{spot.code}", screen=screen)

    def list(self, visit: Visit, feed: Feed) -> Reply:
        spot = self._at_random(visit, feed) if feed.name == RANDOM else None
        if feed.name != RANDOM:
            spot = self._neighbours.first(visit, feed)
        reply = self.story(visit, spot) if spot else None
        return reply or Reply(visit.person, f"stories:none:{feed.code}:{feed.scope}")

    def search(self, visit: Visit, typed: str, scope: str) -> Reply:
        """The words are kept on the shelf, sealed, until the next search."""
        words = " ".join(clean(typed).split())[:LONGEST_SEARCH]
        shelf = replace(self._neighbours.shelf(visit), sought=words)
        self._neighbours.keep(visit, shelf)
        return self.list(visit, Feed(FOUND, scope=scope))

    def _at_random(self, visit: Visit, feed: Feed) -> Spot | None:
        read, languages = self._neighbours.shelf(visit).read, feed.languages(visit.language.code)
        number = unread(visit.connection, languages, read, self._random)
        return Spot(number, feed) if number else None
