"""The bot with an admin who writes broadcasts."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Playground
from tests.broadcasts.studio import Studio, studio


@pytest.fixture
async def room(playground: Playground, tmp_path: Path) -> AsyncIterator[Studio]:
    async with studio(playground, tmp_path) as made:
        yield made
