"""Fixtures of the hostile tests, here too."""

import pytest

from bot.delivery.paces import Paces
from bot.stories.model import Kind, Submission
from tests.stories.hostile.desk import decide, raw, send
from tests.stories.hostile.watch import Watch
from tests.stories.newsroom import Newsroom


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The playground of these tests limits nobody."""
    monkeypatch.setattr(Paces, "wait", lambda *_: 0.0)


@pytest.fixture
def watch(room: Newsroom) -> Watch:
    return Watch(room)


@pytest.fixture
async def waiting(room: Newsroom) -> Submission:
    """One story is published, this one waits, as does a comment."""
    await send(room, out := raw("published " * 30))
    await decide(room, out, "publish")
    await send(room, one := raw("waiting " * 30, place=3), raw("a comment " * 9, Kind.COMMENT, 1))
    await room.shows(room.channel, "#1")
    return one
