"""Typed times, in the admin's zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts.composing.times import read_time, spoken_time
from tests.broadcasts.composing.composer import LANGUAGES

ROME = ZoneInfo("Europe/Rome")
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)  # half past eleven in Rome


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow 9:30", "2026-11-23 08:30"),
        ("Tomorrow, 9.30", "2026-11-23 08:30"),
        ("today 18:00", "2026-11-22 17:00"),
        ("18:00", "2026-11-22 17:00"),
        ("11:29", "2026-11-23 10:29"),
        ("2026-12-01 18:00", "2026-12-01 17:00"),
        ("1.12.2026 18:00", "2026-12-01 17:00"),
        ("01/12/2026 18:00", "2026-12-01 17:00"),
        ("2027-07-01 18:00", "2027-07-01 16:00"),
        ("2027-03-28 02:30", "2027-03-28 01:30"),  # that hour is left out: it shows as 3:30
    ],
)
def test_times_are_read(text: str, expected: str) -> None:
    at = read_time(text, NOW, ROME, LANGUAGES["en"])
    assert at is not None
    assert f"{at:%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    "text",
    ["", "soon", "25:00", "9:60", "2026-02-30 10:00", "32.1.2027 10:00", "Friday 9:00", "9"],
)
def test_what_says_no_time_is_refused(text: str) -> None:
    assert read_time(text, NOW, ROME, LANGUAGES["en"]) is None


def test_an_hour_that_is_left_out_is_shown_as_the_one_after() -> None:
    at = read_time("2027-03-28 02:30", NOW, ROME, LANGUAGES["en"])
    assert at is not None
    assert spoken_time(at, ROME, LANGUAGES["en"]).endswith("03:30 (Europe/Rome)")


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    at = read_time(text, NOW, ROME, LANGUAGES["pl"])
    assert at is None or at.tzinfo is not None
