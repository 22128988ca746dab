"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.typed import read_date
from bot.guides.typed.days import When

SUNDAY = date(2026, 11, 22)
MONDAY_BEFORE = date(2026, 11, 16)
THIRD = date(2026, 11, 3)
FORTNIGHT_AGO = date(2026, 11, 8)

days = st.dates(date(1990, 1, 1), date(2045, 12, 31))
languages = st.sampled_from(["en", "it", "pl"])


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("3/11/2026", "it", THIRD),
        ("3.11.26", "pl", THIRD),
        ("03-11-2026", "it", THIRD),
        ("3 / 11 / 2026", "it", THIRD),
        ("3 11 2026", "it", THIRD),
        ("3/11", "it", THIRD),
        ("2026-11-03", "en", THIRD),
        ("2026/11/3", "en", THIRD),
        ("３／１１／２０２６", "it", THIRD),
        ("3\u00a0listopada\u00a02026\u00a0r.", "pl", THIRD),
        ("3.11.2026.", "pl", THIRD),
        ("3 November", "en", THIRD),
        ("Nov 3", "en", THIRD),
        ("November 3rd, 2026", "en", THIRD),
        ("the 3rd of November", "en", THIRD),
        ("Tuesday, 3 November 2026 at 10:30", "en", THIRD),
        ("3-nov-26", "en", THIRD),
        ("2026 November 3", "en", THIRD),
        ("since Nov. 3", "en", THIRD),
        ("3 novembre", "it", THIRD),
        ("il 3 nov", "it", THIRD),
        ("dal 3 novembre 2026", "it", THIRD),
        ("1º novembre", "it", date(2026, 11, 1)),
        ("primo novembre", "it", date(2026, 11, 1)),
        ("3 listopada 2026", "pl", THIRD),
        ("od 3 listopada", "pl", THIRD),
        ("3 paź", "pl", date(2026, 10, 3)),
        ("3 pazdziernika", "pl", date(2026, 10, 3)),
        ("today", "en", SUNDAY),
        ("oggi!", "it", SUNDAY),
        ("dzisiaj", "pl", SUNDAY),
        ("dziś", "pl", SUNDAY),
        ("dzis", "pl", SUNDAY),
        ("Yesterday.", "en", date(2026, 11, 21)),
        ("ieri", "it", date(2026, 11, 21)),
        ("wczoraj", "pl", date(2026, 11, 21)),
        ("the day before yesterday", "en", date(2026, 11, 20)),
        ("l’altro ieri", "it", date(2026, 11, 20)),
        ("ieri l'altro", "it", date(2026, 11, 20)),
        ("przedwczoraj", "pl", date(2026, 11, 20)),
        ("tomorrow", "en", date(2026, 11, 23)),
        ("dopodomani", "it", date(2026, 11, 24)),
        ("jutro", "pl", date(2026, 11, 23)),
        ("two weeks ago", "en", FORTNIGHT_AGO),
        ("due settimane fa", "it", FORTNIGHT_AGO),
        ("2 tygodnie temu", "pl", FORTNIGHT_AGO),
        ("od dwóch tygodni", "pl", FORTNIGHT_AGO),
        ("tydzień temu", "pl", date(2026, 11, 15)),
        ("a month ago", "en", date(2026, 10, 22)),
        ("da tre mesi", "it", date(2026, 8, 22)),
        ("rok temu", "pl", date(2025, 11, 22)),
        ("in 3 days", "en", date(2026, 11, 25)),
        ("fra una settimana", "it", date(2026, 11, 29)),
        ("za 2 tygodnie", "pl", date(2026, 12, 6)),
        ("last Monday", "en", MONDAY_BEFORE),
        ("lunedì scorso", "it", MONDAY_BEFORE),
        ("lunedi", "it", MONDAY_BEFORE),
        ("w zeszły poniedziałek", "pl", MONDAY_BEFORE),
        ("w zeszłą środę", "pl", date(2026, 11, 18)),
        ("next monday", "en", date(2026, 11, 23)),
        ("Sunday", "en", date(2026, 11, 15)),
        ("ieri", "en", date(2026, 11, 21)),
        ("29 feb", "en", date(2024, 2, 29)),
        ("3/11/99", "it", date(1999, 11, 3)),
    ],
)
def test_the_usual_spellings(text: str, language: str, day: date) -> None:
    assert read_date(text, SUNDAY, language) == day


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("3/11/2026", "GB", THIRD),
        ("3/11/2026", "US", date(2026, 3, 11)),
        ("13/11/2026", "US", date(2026, 11, 13)),
        ("11/13/2026", "IT", date(2026, 11, 13)),
        ("2026-03-11", "US", date(2026, 3, 11)),
    ],
)
def test_the_country_orders_day_and_month(text: str, country: str, day: date) -> None:
    assert read_date(text, SUNDAY, "en", country=country) == day


@pytest.mark.parametrize(
    ("text", "when", "day"),
    [
        ("3 December", "past", date(2025, 12, 3)),
        ("3 December", "future", date(2026, 12, 3)),
        ("3 December", "any", date(2026, 12, 3)),
        ("3/1", "future", date(2027, 1, 3)),
        ("22 November", "past", SUNDAY),
        ("22 November", "future", SUNDAY),
        ("Monday", "future", date(2026, 11, 23)),
        ("last Monday", "future", MONDAY_BEFORE),
    ],
)
def test_a_year_left_out_is_the_nearest(text: str, when: When, day: date) -> None:
    assert read_date(text, SUNDAY, "en", when=when) == day


@pytest.mark.parametrize(
    "text",
    [
        "", ".", "hello", "3", "march", "12:30", "10 years", "may I ask", "800 957 766",
        "31/02/2026", "0/0/0", "99 99 2026", "3/11/2026/4", "20261103", "3 11", "last week",
        "on the", "3 november november", "1/2/202", "9999 years ago", "99999 days ago", "🗓",
        "3 nov 4 2026", "yesterday and today", "5 November " * 20, "٣/١١/٢٠٢٦",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "it", "pl"])
def test_nonsense_is_no_date(text: str, language: str) -> None:
    assert read_date(text, SUNDAY, language) is None


@given(days, languages, st.sampled_from(["short", "medium", "long", "full"]))
def test_dates_as_babel_writes_them_are_read_back(day: date, language: str, form: str) -> None:
    locale = {"en": "en_GB", "it": "it_IT", "pl": "pl_PL"}[language]
    text = format_date(day, form, locale=locale)
    assert read_date(text, date(2026, 11, 22), language) == day


@given(days)
def test_american_dates_are_read_back(day: date) -> None:
    for form in ("short", "medium", "long", "full"):
        text = format_date(day, form, locale="en_US")
        assert read_date(text, date(2026, 11, 22), "en", country="US") == day


@given(days, days, languages, st.sampled_from(["d MMMM", "d.M", "d MMM", "d. LLLL"]))
def test_without_a_year_the_newest_such_day_is_meant(
    day: date, today: date, language: str, form: str
) -> None:
    found = read_date(format_date(day, form, locale=language), today, language)
    assert found is not None
    assert (found.month, found.day) == (day.month, day.day)
    assert found <= today
    assert (day.month, day.day) == (2, 29) or today - found <= timedelta(days=366)


@given(st.text(max_size=80), days, languages)
def test_nothing_typed_is_an_error(text: str, today: date, language: str) -> None:
    found = read_date(text, today, language)
    assert found is None or isinstance(found, date)


WORDS = ["3", "11", "2026", "/", "-", ".", "nov", "maj", "mar", "lunedì", "ago", "fa", "temu", "od"]
WORDS += [
    "since",
    "last",
    "two",
    "tygodni",
    "weeks",
    "the",
    "il",
    "r.",
    "'",
    "99",
    "0",
    "o",
    "anni",
]


@given(st.lists(st.sampled_from(WORDS)), days, languages)
def test_no_heap_of_date_words_is_an_error(words: list[str], today: date, language: str) -> None:
    found = read_date(" ".join(words), today, language)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize("today", [date.min, date.max, date(2024, 2, 29)])
@pytest.mark.parametrize(
    "text", ["yesterday", "tomorrow", "a year ago", "monday", "29/2", "3/4/26"]
)
def test_the_ends_of_the_calendar_are_no_error(text: str, today: date) -> None:
    found = read_date(text, today, "en")
    assert found is None or isinstance(found, date)
