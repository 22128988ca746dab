"""What a moderator should look at: perhaps personal data, insults, links. Pure functions.

Redaction has masked what it is sure of; here weaker signs count, as people decide.
"""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.stories.moderation.insults import Insults, insults_in
from bot.stories.redaction import find
from bot.stories.redaction.vocabulary import everywhere
from bot.stories.shown import LINK
from bot.texts.folding import fold

_LONG_NUMBER = re.compile(r"\d(?:[\s./-]?\d){5,}")
_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_][^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"(?:[^\W_]|\])[,;]?[ \t]+$")
LONGEST_GAP = 6
PLACEHOLDER = re.compile(r"\[[^\[\]\n]{1,30}\]")
# English writes them with capitals; the other two languages do not.
_CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "christmas", "easter",
        "english", "italian", "polish", "british", "american", "i'm", "i've", "i'll", "i'd",
    }
)  # fmt: skip


class Sign(StrEnum):
    """The later one is shown where two meet."""

    HINT = "hint"
    INSULT = "insult"
    MASKED = "masked"


class Mark(NamedTuple):
    """`start` and `end` count characters of the text."""

    start: int
    end: int
    sign: Sign


def marks(text: str, language: str, insults: Insults, known: Collection[str] = ()) -> list[Mark]:
    """All of them, sorted; they may overlap. `known` are folded words that are nobody's name."""
    found = [Mark(one.start, one.end, Sign.HINT) for one in find(text, language)]
    found += [Mark(*match.span(), Sign.HINT) for match in _LONG_NUMBER.finditer(text)]
    found += [Mark(*span, Sign.HINT) for span in _capitalised(text, known)]
    found += insult_marks(text, language, insults)
    found += [Mark(*match.span(), Sign.MASKED) for match in PLACEHOLDER.finditer(text)]
    return sorted(found)


def insult_marks(text: str, language: str, insults: Insults) -> list[Mark]:
    return [Mark(*span, Sign.INSULT) for span in insults_in(text, language, insults)]


def links_in(text: str) -> list[str]:
    """Addresses and @names, each once, in their order."""
    return list(dict.fromkeys(match[0].rstrip(".,;:!?)»”\"'") for match in LINK.finditer(text)))


def _capitalised(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Words with a capital in mid-sentence: perhaps a name that redaction does not know."""
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if not (word[0].isupper() and any(letter.islower() for letter in word[1:])):
            continue
        before = text[max(0, match.start() - LONGEST_GAP) : match.start()]
        folded = fold(word)
        is_known = folded in _CALENDAR or folded in known or folded in _public()
        if _BEFORE.search(before) and not is_known:
            yield match.span()


@cache
def _public() -> frozenset[str]:
    """Words of companies and towns."""
    phrases = [everywhere("companies"), everywhere("towns")]
    return frozenset(
        fold(word)
        for by_first in phrases
        for first, rests in by_first.items()
        for word in (first, *(one for rest in rests for one in rest))
    )
