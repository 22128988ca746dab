"""Somebody who has receipts, and what they press and type."""

import pytest
from sqlalchemy import Connection

from tests.stories.receipts.desk import Desk


@pytest.fixture
def desk(connection: Connection) -> Desk:
    return Desk(connection)
