"""Ids for the offer to delete: few, handed out once, for a day."""

from datetime import UTC, datetime

from bot.stories.telling.drafts import MOST_MESSAGES
from bot.stories.telling.traces import KEPT, MOST_CHATS, Traces

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_they_are_handed_out_once() -> None:
    traces = Traces()
    traces.keep(1, [5, 6], NOW)
    traces.keep(1, [6, 7], NOW)
    assert traces.take(1, NOW) == (5, 6, 7)
    assert traces.take(1, NOW) == ()


def test_the_newest_are_kept() -> None:
    traces = Traces()
    traces.keep(1, range(MOST_MESSAGES + 10), NOW)
    assert len(traces.take(1, NOW)) == MOST_MESSAGES
    for chat_id in range(MOST_CHATS + 1):
        traces.keep(chat_id, [1], NOW)
    assert traces.take(0, NOW) == ()
    assert traces.take(MOST_CHATS, NOW) == (1,)


def test_they_are_known_for_a_day() -> None:
    traces = Traces()
    traces.keep(1, [5], NOW)
    assert traces.take(1, NOW + KEPT) == ()
