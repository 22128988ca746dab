"""An inline calendar: a month of days as buttons, with the months before and after."""

import calendar
from datetime import date

from babel.dates import get_day_names

from bot.chat.screens import Button
from bot.guides.answers import EARLIEST
from bot.guides.codes import Press, encode
from bot.guides.model import Question
from bot.texts.language import Language

NOTHING = "nothing"
LATEST_YEARS_AHEAD = 10


def calendar_rows(
    guide: str,
    node: str,
    question: Question,
    opened: str,
    chosen: str,
    today: date,
    language: Language,
) -> tuple[tuple[Button, ...], ...]:
    """The month `opened` (`YYYY-MM`; this one when empty or nonsense); weeks begin on Monday."""
    month = _month(opened, today)
    names = get_day_names("narrow", context="stand-alone", locale=language.locale)
    rows = [tuple(Button(names[day], NOTHING) for day in range(7))]
    for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
        days = [
            _day(guide, node, day, chosen)
            if day.month == month.month and _takes(question, day, today)
            else Button("·", NOTHING)
            for day in week
        ]
        if any(button.data != NOTHING for button in days):
            rows.append(tuple(days))
    turns = (
        _turn(guide, node, "‹", _shift(month, -1)),
        Button(language.month(month), NOTHING),
        _turn(guide, node, "›", _shift(month, 1)),
    )
    return (turns, *rows)


def _day(guide: str, node: str, day: date, chosen: str) -> Button:
    label = f"•{day.day}" if day.isoformat() == chosen else str(day.day)
    return Button(label, encode(Press(guide, node, "day", day.isoformat())))


def _turn(guide: str, node: str, label: str, month: date) -> Button:
    return Button(label, encode(Press(guide, node, "month", f"{month:%Y-%m}")))


def _takes(question: Question, day: date, today: date) -> bool:
    return not (
        day < EARLIEST
        or (question.when_in_time == "past" and day > today)
        or (question.when_in_time == "future" and day < today)
    )


def _month(opened: str, today: date) -> date:
    try:
        month = date.fromisoformat(f"{opened}-01")
    except ValueError:
        return today.replace(day=1)
    return min(max(month, EARLIEST), today.replace(year=today.year + LATEST_YEARS_AHEAD, day=1))


def _shift(month: date, by: int) -> date:
    year, index = divmod(month.year * 12 + month.month - 1 + by, 12)
    return date(year, index + 1, 1)
