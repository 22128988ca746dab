"""Deadlines: calendar and working days, weeks and months, with a country's public holidays."""

import calendar
from datetime import date, timedelta
from functools import cache

SATURDAY = 5
CALENDARS = {"IT": "IT", "PL": "PL", "GB": "GB", "US": "US"}
LAST_YEAR = 9990
PERIODS = frozenset({"days_calendar", "days_working", "weeks", "months"})


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    code = CALENDARS.get(country)
    if not code:
        return frozenset()
    import holidays  # noqa: PLC0415 - some megabytes, for those guides that count working days

    return frozenset(holidays.country_holidays(code, years=year))


def is_working_day(day: date, country: str) -> bool:
    """Monday to Friday, no national public holiday; where the calendar is unknown, weekdays."""
    return day.weekday() < SATURDAY and day not in _holidays(country, day.year)


def add_period(start: date, count: int, unit: str, country: str) -> date:
    """The last day of a period of `count` units after `start`; the first day counts from the next.

    Months end on the same day of the month, or on its last day where it is shorter
    (Regulation 1182/71 art. 3 counts like this, as the countries' own codes do).
    """
    if unit == "days_working":
        return _add_working_days(start, count, country)
    if unit == "months":
        return _add_months(start, count)
    days = {"days_calendar": 1, "weeks": 7}[unit] * count
    return start + timedelta(days=days)


def _add_working_days(start: date, count: int, country: str) -> date:
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


def _add_months(start: date, count: int) -> date:
    months = start.year * 12 + start.month - 1 + count
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
