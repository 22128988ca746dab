"""Dates as people type them: "3/11", "Nov 3rd", "due settimane fa", "w zeszły poniedziałek".

A small strict grammar: every word must mean something, their order does not matter.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.guides.dates import add_period
from bot.guides.typed.date_words import LANGUAGES, Kind, meanings, phrases
from bot.guides.typed.days import When, closest, day_in, full_year, numeric_day
from bot.texts.folding import fold

Token = tuple[str, str]
Parts = dict[Kind, list[int]]

LONGEST = 60
WEEK = 7
LONGEST_MONTH = 31
THREE_NUMBERS = ([1, 4], [2, 4])  # digits of day and month, and of the year
# Anywhere: months and days are counted the same in every country.
UNITS: dict[Kind, tuple[str, int]] = {
    "day": ("days_calendar", 1),
    "week": ("weeks", 1),
    "months": ("months", 1),
    "year": ("months", 12),
}

_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b", re.ASCII)
_TOKEN = re.compile(
    r"(?P<numeric>\d{1,4}(?P<mark>[./-])\d{1,2}(?:(?P=mark)\d{1,4})?(?!\d|[./-]\d))"
    r"|(?P<number>\d{1,4})(?:st|nd|rd|th|o|°|-?e?go)?(?![a-z0-9])"
    r"|(?P<word>[a-z]+)"
    r"|(?P<strange>[^\s.,;!?()'/-])",
    re.ASCII,
)


def read_date(
    text: str, today: date, language: str, *, country: str | None = None, when: When = "past"
) -> date | None:
    """`when` decides where the year, or the week of a weekday, was left out.

    The reader's language is tried first, then the others. The day stands before the month, in the
    US after it, unless only one order makes a date.
    """
    if len(text) > LONGEST:
        return None
    typed = re.sub(r"\s*([./-])\s*", r"\1", _CLOCK.sub(" ", fold(text)))
    tokens = [
        (kind, match[kind])
        for match in _TOKEN.finditer(typed)
        for kind in ("numeric", "number", "word", "strange")
        if match[kind]
    ]
    for each in (language, *LANGUAGES):
        try:
            found = _read(tokens, each, today, country, when)
        except (ValueError, OverflowError):
            continue
        if found:
            return found
    return None


def _read(
    tokens: Sequence[Token], language: str, today: date, country: str | None, when: When
) -> date | None:
    known = meanings(language)
    spoken = [word for _, word in tokens if known.get(word) != ("filler", 1)]
    offset = phrases(language).get(" ".join(spoken))
    if offset is not None:
        return today + timedelta(days=offset)
    parts = _parts(tokens, language)
    if parts is None:
        return None
    digits = _digits(tokens, parts)
    if digits:
        return numeric_day(digits, today, country, when)
    return _of_month(parts, today, when) or _of_weekday(parts, today, when) or _ago(parts, today)


def _parts(tokens: Sequence[Token], language: str) -> Parts | None:
    """The values of each kind of word, in order; None where a word means nothing."""
    known = meanings(language)
    parts: Parts = {}
    for kind_of, text in tokens:
        if kind_of == "number":
            parts.setdefault("number", []).append(int(text))
        elif kind_of == "word" and text in known:
            kind, value = known[text]
            parts.setdefault(kind, []).append(value)
        elif kind_of != "numeric":
            return None
    parts.pop("filler", None)
    return parts


def _digits(tokens: Sequence[Token], parts: Parts) -> list[str]:
    """`3/11/2026` or `3 11 2026` in pieces, where nothing but a weekday stands beside it."""
    numeric = [text for kind, text in tokens if kind == "numeric"]
    if len(numeric) == 1 and parts.keys() <= {"weekday", "since"}:
        return re.split(r"[./-]", numeric[0])
    apart = [text for kind, text in tokens if kind == "number"]
    if not numeric and parts.keys() == {"number"} and sorted(map(len, apart))[1:] in THREE_NUMBERS:
        return apart
    return []


def _of_month(parts: Parts, today: date, when: When) -> date | None:
    if parts.keys() - {"weekday", "since"} != {"month", "number"} or len(parts["month"]) > 1:
        return None
    day, *years = parts["number"]
    if years and day > LONGEST_MONTH:
        day, years[0] = years[0], day
    if len(years) > 1:
        return None
    year = full_year(years[0], today) if years else None
    return day_in(year, parts["month"][0], day, today, when)


def _of_weekday(parts: Parts, today: date, when: When) -> date | None:
    if parts.keys() - {"last", "next", "since"} != {"weekday"} or len(parts["weekday"]) > 1:
        return None
    ahead = (parts["weekday"][0] - today.weekday()) % WEEK or WEEK
    coming = today + timedelta(days=ahead)
    behind = today - timedelta(days=WEEK - ahead or WEEK)
    side: When = "past" if "last" in parts else "future" if "next" in parts else when
    return closest((behind, coming), today, side)


def _ago(parts: Parts, today: date) -> date | None:
    units = parts.keys() & UNITS.keys()
    ways = parts.keys() & {"before", "after", "since"}
    numbers = parts.get("number", [1])
    if len(units) != 1 or len(ways) != 1 or len(numbers) > 1:
        return None
    if parts.keys() - units - ways - {"number"}:
        return None
    unit, times = UNITS[units.pop()]
    count = numbers[0] * times * (1 if ways == {"after"} else -1)
    return add_period(today, count, unit, "")
