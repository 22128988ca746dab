"""Deadlines against an independent, naive count."""

import calendar
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.dates import add_period, is_working_day
from bot.guides.model import COUNTRIES

starts = st.dates(date(2020, 1, 1), date(2035, 12, 31))
counts = st.integers(0, 60)
countries = st.sampled_from(COUNTRIES)


def naively_working(day: date, country: str) -> bool:
    if day.isoweekday() > 5:
        return False
    return country in {"EU", "XX"} or day not in holidays.country_holidays(country)


@given(starts, countries)
def test_a_working_day_is_no_weekend_and_no_holiday(day: date, country: str) -> None:
    assert is_working_day(day, country) is naively_working(day, country)


@given(starts, counts, countries)
def test_working_days_are_counted_one_by_one_from_the_next_day(
    start: date, count: int, country: str
) -> None:
    end = add_period(start, count, "days_working", country)
    between = (start + timedelta(days=number + 1) for number in range((end - start).days))
    assert sum(naively_working(day, country) for day in between) == count
    assert count == 0 or naively_working(end, country)


@given(starts, counts)
def test_days_and_weeks_are_calendar_days(start: date, count: int) -> None:
    assert (add_period(start, count, "days_calendar", "IT") - start).days == count
    assert (add_period(start, count, "weeks", "IT") - start).days == 7 * count


@given(starts, st.integers(-60, 60))
def test_months_end_on_the_same_day_or_on_the_last_one(start: date, count: int) -> None:
    end = add_period(start, count, "months", "PL")
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    last = calendar.monthrange(end.year, end.month)[1]
    assert end.day == min(start.day, last)


@given(starts, counts, countries, st.sampled_from(["days_calendar", "days_working", "weeks"]))
def test_a_later_start_never_ends_earlier(start: date, count: int, country: str, unit: str) -> None:
    following = start + timedelta(days=1)
    first = add_period(start, count, unit, country)
    assert add_period(following, count, unit, country) >= first


@pytest.mark.parametrize(
    ("start", "count", "unit", "country", "end"),
    [
        (date(2026, 3, 3), 30, "days_calendar", "IT", date(2026, 4, 2)),
        (date(2026, 4, 30), 1, "days_working", "IT", date(2026, 5, 4)),
        (date(2026, 4, 30), 1, "days_working", "US", date(2026, 5, 1)),
        (date(2026, 11, 10), 1, "days_working", "PL", date(2026, 11, 12)),
        (date(2026, 1, 31), 1, "months", "GB", date(2026, 2, 28)),
        (date(2024, 1, 31), 1, "months", "GB", date(2024, 2, 29)),
        (date(2026, 11, 30), 3, "months", "EU", date(2027, 2, 28)),
        (date(2026, 11, 22), 2, "weeks", "XX", date(2026, 12, 6)),
    ],
)
def test_known_deadlines(start: date, count: int, unit: str, country: str, end: date) -> None:
    assert add_period(start, count, unit, country) == end


def test_a_unit_that_is_no_period_is_an_error() -> None:
    with pytest.raises(KeyError):
        add_period(date(2026, 1, 1), 1, "eur", "IT")
