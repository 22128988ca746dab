"""Fixtures of the hostile tests, here too."""

import pytest

from bot.delivery.paces import Paces
from tests.stories.hostile.watch import Watch
from tests.stories.newsroom import Newsroom


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The playground of these tests limits nobody."""
    monkeypatch.setattr(Paces, "wait", lambda *_: 0.0)


@pytest.fixture
def watch(room: Newsroom) -> Watch:
    return Watch(room)
