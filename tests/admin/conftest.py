"""Fixtures: the bot with its owner."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Playground
from tests.admin.house import House, house


@pytest.fixture
async def home(playground: Playground, tmp_path: Path) -> AsyncIterator[House]:
    async with house(playground, tmp_path) as made:
        yield made
