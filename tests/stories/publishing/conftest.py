"""Fixtures: the channel with its worker."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.publishing.kiosk import Kiosk, kiosk


@pytest.fixture
async def stand(tmp_path: Path) -> AsyncIterator[Kiosk]:
    async with kiosk(tmp_path) as made:
        yield made
