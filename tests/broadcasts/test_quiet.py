"""Quiet hours: over midnight, and on the days on which clocks are changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts.quiet import Clock, is_quiet, wakes

ZONES = ("Europe/Rome", "Europe/Warsaw", "Europe/London", "America/New_York")
START = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 3 * 366 * 86_400).map(lambda second: START + timedelta(seconds=second))
HOURS = st.integers(0, 23)
# In 2026 and 2027, the nights on which an hour is left out or comes twice.
CHANGES = {
    "Europe/Rome": ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"),
    "Europe/Warsaw": ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"),
    "Europe/London": ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"),
    "America/New_York": ("2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07"),
}


@given(st.sampled_from(ZONES), INSTANTS)
def test_nobody_is_written_to_between_21_and_9(zone: str, instant: datetime) -> None:
    text = f"{zone} 21 9"
    assert is_quiet(text, instant) != (9 <= instant.astimezone(ZoneInfo(zone)).hour < 21)
    woken = wakes(text, instant).astimezone(ZoneInfo(zone))
    assert 9 <= woken.hour < 21
    assert instant <= woken <= instant + timedelta(hours=13)


@given(st.sampled_from(ZONES), INSTANTS, HOURS, HOURS)
def test_one_wakes_at_the_first_instant_that_is_not_quiet(
    zone: str, instant: datetime, start: int, end: int
) -> None:
    text = f"{zone} {start} {end}"
    woken = wakes(text, instant)
    assert not is_quiet(text, woken)
    if woken == instant:
        return
    assert is_quiet(text, instant)
    assert is_quiet(text, woken - timedelta(microseconds=1))
    minutes = int((woken - instant).total_seconds() // 60)
    assert all(is_quiet(text, instant + timedelta(minutes=n)) for n in range(minutes))


@given(st.sampled_from(ZONES), INSTANTS, HOURS)
def test_two_equal_hours_are_never_quiet(zone: str, instant: datetime, hour: int) -> None:
    assert not is_quiet(f"{zone} {hour} {hour}", instant)
    assert wakes(f"{zone} {hour} {hour}", instant) == instant


@pytest.mark.parametrize("zone", ZONES)
def test_nine_is_nine_on_days_on_which_clocks_are_changed(zone: str) -> None:
    local = ZoneInfo(zone)
    for day in CHANGES[zone]:
        morning = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=local)
        evening = morning - timedelta(days=1) + timedelta(hours=12)  # 21 on the wall
        assert evening.utcoffset() != morning.utcoffset()
        assert wakes(f"{zone} 21 9", evening.astimezone(UTC)) == morning.astimezone(UTC)
        night = morning.astimezone(UTC) - evening.astimezone(UTC)
        assert night != timedelta(hours=12)


def test_a_waking_hour_that_is_left_out_is_the_next_one() -> None:
    """In Rome 2 o'clock is 3 o'clock on 29 March 2026."""
    instant = datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert wakes("Europe/Rome 22 2", instant) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    """In London 1 o'clock comes twice on 25 October 2026."""
    first, second = datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert is_quiet("Europe/London 1 2", first)
    assert is_quiet("Europe/London 1 2", second)
    assert wakes("Europe/London 1 2", first) == datetime(2026, 10, 25, 2, tzinfo=UTC)


def test_hours_within_a_day_and_unknown_zones() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert is_quiet("UTC 11 13", noon)
    assert wakes("UTC 11 13", noon) == noon + timedelta(hours=1)
    assert Clock.read("Moon/Sea 21 9").zone is UTC
    with pytest.raises(ValueError, match="values to unpack"):
        Clock.read("Europe/Rome")
