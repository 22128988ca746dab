"""Fixtures: the bot with its channel and its moderators' chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Playground
from tests.stories.newsroom import Newsroom, newsroom


@pytest.fixture
async def room(playground: Playground, tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(playground, tmp_path) as made:
        yield made
