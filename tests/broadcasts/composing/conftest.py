"""An admin who writes a broadcast."""

import pytest
from sqlalchemy import Connection

from tests.broadcasts.composing.composer import Composer


@pytest.fixture
def anna(connection: Connection) -> Composer:
    return Composer(connection)
