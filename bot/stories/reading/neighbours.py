"""What stands beside a story in the list it is read in, whichever kind of list that is."""

from collections.abc import Sequence

from bot.chat.visit import Visit
from bot.stories.reading.lists.feeds import Lists
from bot.stories.reading.search.search import find
from bot.stories.reading.shelf import Shelf, Shelves
from bot.stories.reading.spot import ALL_LANGUAGES, ALONE, FOUND, KEPT, RANDOM, Feed, Spot
from bot.stories.reading.store import in_language

Beside = tuple[Spot | None, Spot | None]
LOOKED_AT = 16
_SHELF, _FOUND, _KNOWN = "stories shelf", "stories found", "stories in"


class Neighbours:
    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def shelf(self, visit: Visit) -> Shelf:
        """Opened once an update."""
        known = visit.memory.get(_SHELF)
        if isinstance(known, Shelf):
            return known
        shelf = self._shelves.load(visit.connection, visit.person.chat_id)
        visit.memory[_SHELF] = shelf
        return shelf

    def keep(self, visit: Visit, shelf: Shelf) -> None:
        if shelf != self.shelf(visit):
            self._shelves.save(visit.connection, visit.person.chat_id, shelf)
            visit.memory[_SHELF] = shelf

    def first(self, visit: Visit, feed: Feed) -> Spot | None:
        numbers = self._at_hand(visit, feed)
        if numbers is None:
            return self._lists(visit).first(feed)
        number = self._next(visit, feed, numbers)
        return Spot(number, feed) if number else None

    def around(self, visit: Visit, spot: Spot) -> Beside:
        feed = spot.feed
        if feed.name in {ALONE, RANDOM}:
            return None, None
        numbers = self._at_hand(visit, feed)
        if numbers is None:
            return self._lists(visit).around(spot)
        at = numbers.index(spot.number) if spot.number in numbers else -1
        before = self._next(visit, feed, numbers[: max(0, at)][::-1])
        after = self._next(visit, feed, numbers[at + 1 :])
        return Spot(before, feed) if before else None, Spot(after, feed) if after else None

    def _at_hand(self, visit: Visit, feed: Feed) -> list[int] | None:
        """None for a list that is walked in the database."""
        if feed.name == KEPT:
            return list(self.shelf(visit).kept)
        if feed.name != FOUND:
            return None
        if _FOUND not in visit.memory:
            visit.memory[_FOUND] = find(visit.connection, self.shelf(visit).sought)
        numbers = visit.memory[_FOUND]
        return numbers if isinstance(numbers, list) else []

    def _next(self, visit: Visit, feed: Feed, numbers: Sequence[int]) -> int | None:
        """The first one in the language that is asked for; favourites are in any."""
        if feed.scope == ALL_LANGUAGES or feed.name == KEPT:
            return numbers[0] if numbers else None
        (language,) = feed.languages(visit.language.code)
        of = f"{_KNOWN} {language}"
        known: dict[int, bool] = visit.memory.setdefault(of, {})  # type: ignore[assignment]
        for at, number in enumerate(numbers):
            if number not in known:
                some = [*numbers[at : at + LOOKED_AT]]
                there = in_language(visit.connection, language, some)
                known.update({one: one in there for one in some})
            if known[number]:
                return number
        return None

    def _lists(self, visit: Visit) -> Lists:
        return Lists(visit.connection, visit.language.code, visit.now.date())
