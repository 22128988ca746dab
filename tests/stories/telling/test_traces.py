"""Ids for the offer to delete: few, handed out once."""

from bot.stories.telling.drafts import MOST_MESSAGES
from bot.stories.telling.traces import MOST_CHATS, Traces


def test_they_are_handed_out_once() -> None:
    traces = Traces()
    traces.keep(1, [5, 6])
    traces.keep(1, [6, 7])
    assert traces.take(1) == (5, 6, 7)
    assert traces.take(1) == ()


def test_the_newest_are_kept() -> None:
    traces = Traces()
    traces.keep(1, range(MOST_MESSAGES + 10))
    assert len(traces.take(1)) == MOST_MESSAGES
    for chat_id in range(MOST_CHATS + 1):
        traces.keep(chat_id, [1])
    assert traces.take(0) == ()
    assert traces.take(MOST_CHATS) == (1,)
