"""All the numbers of a moment, put together."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.chat.counts import ANSWERED, ASKED, FINISHED, LEFT, MISSED, STARTED, WORD
from bot.statistics import store
from bot.statistics.model import (
    MONTH,
    Broadcasts,
    GuideCount,
    Guides,
    Numbers,
    Stop,
)

MOST_STOPS, MOST_WORDS = 10, 15


def numbers(connection: Connection, today: date) -> Numbers:
    """`today` is the day in UTC. Some hundred milliseconds where a million people are known."""
    since = _month_before(today)
    by_month = store.counted(connection, since)
    return Numbers(
        today,
        store.people_of(connection, today),
        _guides(by_month, since),
        store.stories_of(connection, today),
        _broadcasts(connection, today),
    )


def _guides(counts: Mapping[str, int], since: date) -> Guides:
    begun = {*_below(counts, STARTED), *_below(counts, FINISHED)}
    guides = [
        GuideCount(one, counts.get(f"{STARTED}:{one}", 0), counts.get(f"{FINISHED}:{one}", 0))
        for one in sorted(begun)
    ]
    words = sorted(_below(counts, WORD).items(), key=lambda pair: (-pair[1], pair[0]))
    return Guides(
        since, tuple(guides), _stops(counts), counts.get(MISSED, 0), dict(words[:MOST_WORDS])
    )


def _stops(counts: Mapping[str, int]) -> tuple[Stop, ...]:
    """Whoever answers this month what was asked before it began is not there twice."""
    found = []
    for name, asked in counts.items():
        if name.startswith(ASKED):
            guide, _, question = name.removeprefix(ASKED).partition(":")
            stopped = asked - counts.get(f"{ANSWERED}{guide}:{question}", 0)
            if stopped > 0:
                found.append(Stop(guide, question, asked, stopped))
    found.sort(key=lambda stop: (-stop.stopped, stop.guide, stop.question))
    return tuple(found[:MOST_STOPS])


def _broadcasts(connection: Connection, today: date) -> Broadcasts:
    count, messages = store.messages(connection, today)
    left = _below(store.counted(connection, store.days_ago(today, MONTH)), LEFT)
    return Broadcasts(count, messages, store.subscribed(connection), left)


def _below(counts: Mapping[str, int], group: str) -> dict[str, int]:
    """`opt_out` and its count for `started:opt_out`."""
    return {
        name.removeprefix(f"{group}:"): count
        for name, count in counts.items()
        if name.startswith(f"{group}:")
    }


def _month_before(today: date) -> date:
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)
