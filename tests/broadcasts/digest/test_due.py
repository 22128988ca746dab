"""When digests are due: at 18:00 UTC, on Mondays the weekly one too, and not hours later."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts.digest.due import HOUR, LATE, due

MONDAY = datetime(2026, 11, 23, 18, tzinfo=UTC)


def test_the_daily_one_is_of_yesterday_and_the_weekly_one_of_seven_days() -> None:
    daily, weekly = due(MONDAY)
    assert (daily.category, daily.first, daily.last) == (
        "daily", date(2026, 11, 22), date(2026, 11, 22),
    )  # fmt: skip
    assert (weekly.category, weekly.first, weekly.last) == (
        "weekly", date(2026, 11, 16), date(2026, 11, 22),
    )  # fmt: skip
    assert daily.at == weekly.at == MONDAY


@pytest.mark.parametrize("hours", [-18, -1, -0.01, LATE.total_seconds() / 3600, 5])
def test_none_is_due_at_other_hours(hours: float) -> None:
    assert not list(due(MONDAY + timedelta(hours=hours)))


@given(st.integers(0, 5 * 366 * 24 * 60), st.sampled_from(["UTC", "Europe/Rome", "Asia/Tokyo"]))
def test_whatever_the_clock_shows_the_instant_is_that_of_the_day(minutes: int, zone: str) -> None:
    now = (MONDAY + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    for one in due(now):
        assert one.at.timetz() == HOUR
        assert timedelta(0) <= now - one.at < LATE
        assert one.first <= one.last < one.at.date()
