"""A hundred times the stories: lists, screens, votes and searches at 1,000 and at 100,000."""

import sys
import time
from pathlib import Path

import pytest

from tests.stories.reading.pace import measured, stands, table

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
SMALL, LARGE, ROUNDS, MOST = 1_000, 100_000, 300, 1.3


def test_a_hundred_times_the_stories_take_the_same(tmp_path: Path) -> None:
    """The whole handler: from the press to the screen and its keyboard, in the open transaction.

    Compared is processor time, which other work on the machine leaves alone; the clock is shown.
    """
    began = time.monotonic()
    with stands(tmp_path, SMALL, LARGE) as two:
        built = time.monotonic() - began
        found = measured(two, ROUNDS)
    _say(f"{SMALL:,} and {LARGE:,} stories, built in {built:.0f} s\n{table(found)}")
    slow = [name for name, one in found.items() if one.busy.ratio > MOST]
    assert not slow


def _say(line: str) -> None:
    sys.stdout.write(f"\n{line}\n")
