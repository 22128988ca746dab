"""What stands before and after a story in a list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.stories.model import StoryState
from bot.stories.reading.lists.store import Position, walk
from bot.stories.reading.spot import (
    ALL_LANGUAGES,
    BEST,
    EVER,
    MONTH,
    NEWEST,
    OWN_TAG,
    SECTOR,
    TAG,
    TELLER,
    WEEK,
    Feed,
    Spot,
)
from bot.stories.reading.store import tag_of
from bot.texts.language import LANGUAGES

TOP = 2**62
DAYS = {WEEK: 7, MONTH: 30}
_READABLE = (StoryState.OPEN, StoryState.ARCHIVED)
_Walks = Iterator[tuple[str, Mapping[str, object]]]


@dataclass(frozen=True)
class Lists:
    """`language` is the reader's; `today` bounds the best of the week and of the month."""

    connection: Connection
    language: str
    today: date

    def first(self, feed: Feed) -> Spot | None:
        return self._spot(feed, self._nearest(feed, (TOP, TOP), older=True))

    def around(self, spot: Spot) -> tuple[Spot | None, Spot | None]:
        """Of lists along an index: towards newer or better, towards older or worse."""
        feed = spot.feed
        at = (max(1, spot.key) if feed.name in BEST else 0, spot.number)
        newer, older = (self._nearest(feed, at, older=way) for way in (False, True))
        if newer and newer[1] == spot.number:  # its score has changed since it was opened
            newer = self._nearest(feed, newer, older=False)
        if older and older[1] == spot.number:
            older = self._nearest(feed, older, older=True)
        return self._spot(feed, newer), self._spot(feed, older)

    def _nearest(self, feed: Feed, at: Position, *, older: bool) -> Position | None:
        found = [
            position
            for name, of in self._walks(feed)
            for position in walk(self.connection, name, of, at, older=older)
        ]
        return (max if older else min)(found, default=None)

    def _walks(self, feed: Feed) -> _Walks:
        languages = feed.languages(self.language)
        if feed.name == NEWEST:
            yield from newest_walks(languages)
        elif feed.name == EVER:
            yield from (("ever", {"language": code}) for code in languages)
        elif feed.name in BEST:
            since = self.today - timedelta(days=DAYS[feed.name] - 1)
            name = "since_all" if feed.scope == ALL_LANGUAGES else "since"
            yield name, {"since": since, "language": languages[0]}
        elif feed.name in {TAG, OWN_TAG}:
            tag = self._tag(feed)
            yield from (("tag", {"tag": tag, "language": code}) for code in languages)
        elif feed.name in {SECTOR, TELLER}:
            name = "sector" if feed.name == SECTOR else "teller"
            yield from ((name, {name: feed.value, "language": code}) for code in languages)

    def _tag(self, feed: Feed) -> str:
        own = feed.own_tag()
        return tag_of(self.connection, *own) if own else feed.value

    def _spot(self, feed: Feed, position: Position | None) -> Spot | None:
        if position is None:
            return None
        return Spot(position[1], feed, position[0] if feed.name in BEST else 0)


def newest_walks(languages: Sequence[str]) -> _Walks:
    """One along all stories where all languages are wanted."""
    if len(languages) == len(LANGUAGES):
        yield "all", {}
        return
    for language in languages:
        for state in _READABLE:
            yield "state", {"language": language, "state": state}
