"""The words of dates in each language: months and weekdays from Babel, the rest listed here.

Every word is folded (lower case, no accents). dateparser was tried and left aside: it takes
"12:30", "march" and "10 years" for dates and misses "due settimane fa", "il 3 novembre",
"lunedì scorso" and "w zeszły poniedziałek".
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

from bot.texts.folding import fold, folded_words

Kind = Literal[
    "month", "weekday", "number", "day", "week", "months", "year",
    "before", "after", "since", "last", "next", "filler",
]  # fmt: skip
Meaning = tuple[Kind, int]

LANGUAGES = ("en", "it", "pl")
SHORTEST_MONTH = 3

# Whole phrases, by their distance from today in days.
_PHRASES: dict[str, dict[int, str]] = {
    "en": {
        0: "today, now, tonight, this morning, this afternoon, this evening",
        -1: "yesterday, yesterday morning, yesterday evening, last night",
        -2: "day before yesterday",
        1: "tomorrow",
        2: "day after tomorrow",
    },
    "it": {
        0: "oggi, adesso, stamattina, stamani, stasera",
        -1: "ieri, ieri mattina, ieri sera",
        -2: "altro ieri, altroieri, ieri altro, avantieri",
        1: "domani",
        2: "dopodomani",
    },
    "pl": {
        0: "dzis, dzisiaj, teraz, dzis rano, dzisiaj rano",
        -1: "wczoraj, wczoraj rano, wczoraj wieczorem",
        -2: "przedwczoraj",
        1: "jutro",
        2: "pojutrze",
    },
}

_WORDS: dict[str, dict[Kind, str]] = {
    "en": {
        "filler": "on the of at day it was",
        "day": "day days",
        "week": "week weeks",
        "months": "month months",
        "year": "year years",
        "before": "ago",
        "after": "in",
        "since": "since for from",
        "last": "last past",
        "next": "next coming",
    },
    "it": {
        "filler": "il lo la l del di in alle ore al era",
        "day": "giorno giorni",
        "week": "settimana settimane",
        "months": "mese mesi",
        "year": "anno anni",
        "before": "fa",
        "after": "tra fra",
        "since": "da dal dall",
        "last": "scorso scorsa passato passata ultimo ultima",
        "next": "prossimo prossima",
    },
    "pl": {
        "filler": "w we dnia r roku o godz godzinie to bylo",
        "day": "dzien dni",
        "week": "tydzien tygodnie tygodni",
        "months": "miesiac miesiace miesiecy",
        "year": "rok lata lat",
        "before": "temu",
        "after": "za",
        "since": "od",
        "last": "zeszly zeszla zeszlego zeszlej ubiegly ubiegla ubieglego ubieglej ostatni ostatnia",
        "next": "przyszly przyszla nastepny nastepna najblizszy najblizsza",
    },
}

_NUMBERS = {
    "en": "a/an/one two three four five six seven eight nine ten eleven twelve",
    "it": "un/una/uno/primo due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pl": "jeden/jedna/pierwszego dwa/dwie/dwoch trzy/trzech cztery/czterech piec/pieciu "
    "szesc/szesciu siedem/siedmiu osiem/osmiu dziewiec/dziewieciu dziesiec/dziesieciu "
    "jedenascie/jedenastu dwanascie/dwunastu",
}

# Babel knows the nominative of weekdays only.
_POLISH_CASES = "poniedzialku wtorku srode/srody czwartku piatku sobote/soboty niedziele/niedzieli"


@cache
def phrases(language: str) -> Mapping[str, int]:
    """Days from today by a whole phrase, its fillers left out."""
    filler = set(_WORDS[language]["filler"].split())
    return {
        " ".join(word for word in phrase.split() if word not in filler): days
        for days, line in _PHRASES[language].items()
        for phrase in line.split(", ")
    }


@cache
def meanings(language: str) -> Mapping[str, Meaning]:
    """What one word means; where two meanings share a word, the later one here holds."""
    found: dict[str, Meaning] = {}
    if language == "pl":
        found |= _counted("weekday", _POLISH_CASES, first=0)
    for width in ("abbreviated", "wide"):
        for number, name in get_day_names(width, locale=language).items():
            found[fold(name).strip(".")] = ("weekday", number)
    for name, month in _months(language):
        for length in range(SHORTEST_MONTH, len(name) + 1):
            found[name[:length]] = ("month", month)
    found |= _counted("number", _NUMBERS[language], first=1)
    for kind, line in reversed(_WORDS[language].items()):
        found |= dict.fromkeys(line.split(), (kind, 1))
    return found


def _counted(kind: Kind, line: str, first: int) -> dict[str, Meaning]:
    return {
        word: (kind, number)
        for number, words in enumerate(line.split(), start=first)
        for word in words.split("/")
    }


def _months(language: str) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for number, name in get_month_names("wide", context, language).items():
            yield "".join(folded_words(name)), number
