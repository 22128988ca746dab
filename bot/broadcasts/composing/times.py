"""A day and an hour as admins type them: `tomorrow 9:30`, `2026-12-01 18:00`, `18:00`."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.texts.folding import fold
from bot.texts.language import Language

_HOUR = re.compile(r"(?P<day>.*?)\s*\b(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SPOKEN = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def read_time(text: str, now: datetime, zone: tzinfo, language: Language) -> datetime | None:
    """The instant in UTC, of a clock in `zone`; an hour without a day is the next such one.

    An hour that a change of clocks leaves out is the one after it. None for what says no time.
    """
    found = _HOUR.fullmatch(text.strip())
    if found is None:
        return None
    today = now.astimezone(zone).date()
    try:
        hour = time(int(found["hour"]), int(found["minute"]))
        day = _day(found["day"].rstrip(" ,"), today, _words(language))
    except ValueError:
        return None
    if day is not None:
        return _instant(day, hour, zone)
    if found["day"]:
        return None
    soon = _instant(today, hour, zone)
    return soon if soon > now else _instant(today + timedelta(days=1), hour, zone)


def spoken_time(at: datetime, zone: tzinfo, language: Language) -> str:
    """`1 December 2026, 18:00 (Europe/Rome)`."""
    local = at.astimezone(zone)
    return f"{language.long_date(local.date())}, {local:%H:%M} ({zone})"


def _day(text: str, today: date, words: Mapping[str, int]) -> date | None:
    """Raises ValueError for a day that no calendar has."""
    if fold(text) in words:
        return today + timedelta(days=words[fold(text)])
    if iso := _ISO.fullmatch(text):
        return date(*map(int, iso.groups()))
    if spoken := _SPOKEN.fullmatch(text):
        day, month, year = map(int, spoken.groups())
        return date(year, month, day)
    return None


def _words(language: Language) -> Mapping[str, int]:
    """In the reader's language, and in English."""
    spoken = {fold(language.say("today")): 0, fold(language.say("tomorrow")): 1}
    return {"today": 0, "tomorrow": 1, **spoken}


def _instant(day: date, hour: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, hour, zone).astimezone(UTC)
