from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.broadcasts.sending.office import Office, office


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path) as opened:
        yield opened
