"""Ten times the stories, the same time: a short look; `make bench` takes the long one."""

from pathlib import Path

import pytest

from tests.stories.reading.pace import measured, stands, table


@pytest.mark.timeout(300)
def test_ten_times_the_stories_take_the_same(tmp_path: Path) -> None:
    """Medians, and a generous bound: other tests run beside it."""
    with stands(tmp_path, 1_000, 10_000) as two:
        found = measured(two, 7, warm=2)
    slow = {name: one for name, one in found.items() if one.middle.ratio > 1.6}
    assert not slow, table(found)
