"""Days from numbers: the order of day and month, short years, a year left out."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

When = Literal["past", "future", "any"]

MONTH_FIRST = frozenset({"US"})
CENTURY = 100
YEARS_AHEAD = 20  # a short year further ahead than this belongs to the century before
YEARS_AROUND = 8  # 29 February comes back within so many


def numeric_day(
    numbers: Sequence[str], today: date, country: str | None, when: When
) -> date | None:
    """Day, month and perhaps year, in the country's order unless only the other one is a date.

    Four digits first mean year, month, day. Raises ValueError for no date.
    """
    if len(numbers[0]) == len("2026"):
        return date(*map(int, numbers))
    first, second, *rest = map(int, numbers)
    year = full_year(int(rest[0]), today) if rest else None
    orders = [(first, second), (second, first)]
    for day, month in reversed(orders) if country in MONTH_FIRST else orders:
        found = day_in(year, month, day, today, when)
        if found:
            return found
    return None


def day_in(year: int | None, month: int, day: int, today: date, when: When) -> date | None:
    """The day of that year, or of the year that `when` asks for: None where there is none."""
    if year is not None:
        return _day(year, month, day)
    years = range(today.year - YEARS_AROUND, min(today.year + YEARS_AROUND, date.max.year) + 1)
    days = [found for one in years if (found := _day(one, month, day))]
    return closest(days, today, when)


def closest(days: Sequence[date], today: date, when: When) -> date | None:
    """The one nearest to today, on the side that `when` says; of two as near the past one."""
    fitting = [
        day for day in days if when == "any" or (day <= today if when == "past" else day >= today)
    ]
    return min(fitting, key=lambda day: (abs(day - today), day), default=None)


def full_year(year: int, today: date) -> int:
    """26 is 2026; raises ValueError for three digits."""
    if year >= CENTURY:
        if year < 10 * CENTURY:
            raise ValueError
        return year
    year += today.year // CENTURY * CENTURY
    return year - CENTURY if year > today.year + YEARS_AHEAD else year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
