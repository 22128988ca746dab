"""What the picture of the numbers shows: as data, each bar with its number beside it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.statistics.model import MONTH, Numbers
from bot.texts.language import Language

Named = Callable[[Language, str, str], str]
"""A guide's name, or (with a question) a short one of its question, in a language."""
MOST_STOPS = 6


def chart(numbers: Numbers, language: Language, named: Named) -> Mapping[str, Any]:
    say, number = language.say, language.number
    first = numbers.day - timedelta(days=MONTH - 1)
    people, guides = numbers.people, numbers.guides
    return {
        "language": language.code,
        "title": language.long_date(numbers.day),
        "people": {
            "title": say("New people a day"),
            "days": people.per_day,
            "most": number(max(people.per_day)),
            "from": language.long_date(first),
            "to": language.long_date(numbers.day),
        },
        "guides": {
            "title": say("Guides: started and finished"),
            "bars": [
                _bar(named(language, one.guide, ""), one.finished, one.started, language)
                for one in guides.guides
            ],
        },
        "stops": {
            "title": say("Where people stop"),
            "bars": [
                _bar(named(language, one.guide, one.question), one.stopped, one.asked, language)
                for one in guides.stops[:MOST_STOPS]
            ],
        },
    }


def _bar(label: str, part: int, whole: int, language: Language) -> dict[str, Any]:
    """`label`, and how much of the longest bar `whole` and `part` are; the numbers in words."""
    text = f"{language.number(part)} / {language.number(whole)}"
    return {"label": label, "part": max(0, part), "whole": max(0, part, whole), "text": text}
