"""Fixtures: an editor's folders."""

from pathlib import Path

import pytest

from tests.editing.workshop import Workshop, open_workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return open_workshop(tmp_path)
