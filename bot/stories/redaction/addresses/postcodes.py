"""Postcodes that stand alone, in the form of each country."""

import re
from collections.abc import Iterator, Mapping

from bot.stories.redaction.finders.shapes import JOINED, LONG
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

LETTER_AND_DIGIT = re.compile(r"[a-z]\d")
# By what little of a postcode is looked for first.
ENGLISH: Mapping[re.Pattern[str], tuple[re.Pattern[str], ...]] = {
    re.compile(r"\d[a-z]{2}"): (
        re.compile(r"\b(?P<code>(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}))\b"),
        re.compile(r"\b(?P<code>[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})\b"),
    ),
    LETTER_AND_DIGIT: (
        re.compile(r"\b(?P<code>[AC-FHKNPRTV-Y]\d[\dW] ?(?=[A-Z]*\d)[0-9AC-FHKNPRTV-Y]{4})\b"),
        re.compile(
            r"\b(?P<code>[ac-fhknprtv-y]\d[\dw] ?(?=\d*[a-z])(?=[a-z]*\d)[0-9ac-fhknprtv-y]{4})\b"
        ),
        re.compile(
            r"\b[eE]ircode(?:'s| is| was|:|,)? (?P<code>[a-zA-Z]\d[\dwW] ?[0-9a-zA-Z]{4})\b"
        ),
        re.compile(r"\b[pP]ost ?code(?:'s| is| was|:|,)? (?P<code>[a-zA-Z]{1,2}\d[a-zA-Z\d]?)\b"),
        # Canada.
        re.compile(r"\b(?P<code>[ABCEGHJ-NPRSTVXY]\d[A-Z][ \-]?\d[A-Z]\d)\b"),
        re.compile(r"\b(?P<code>[abceghj-nprstvxy]\d[a-z][ \-]?\d[a-z]\d)\b"),
    ),
    LONG: (
        re.compile(
            r"\b(?:[zZ][iI][pP](?: code)?|[pP]ost ?code)(?:'s| is| was|:|,)* (?P<code>\d{4,5}(?:-\d{4})?)\b"
        ),
        re.compile(
            r"\b(?:[A-Z]{2}|[A-Z][a-z]+|[zZ][iI][pP](?: code)?:?),? "
            r"(?P<code>\d{5}(?:-\d{4})?)(?![\d\-]| ?[A-Z]?\d)"
        ),
        # Australia.
        re.compile(
            r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Vic|Qld|Tas|Victoria|Queensland|Tasmania),? (?P<code>\d{4})\b"
        ),
    ),
}
POSTCODES: Mapping[str, Mapping[re.Pattern[str], tuple[re.Pattern[str], ...]]] = {
    "en": ENGLISH,
    "pl": {JOINED: (re.compile(r"(?<![\d\-])(?P<code>\d{2}-\d{3})(?![\d\-])"),)},
    "it": {
        LONG: (
            re.compile(r"\b[cC][aA][pP]:?(?: è| di)? (?P<code>\d{5})\b"),
            re.compile(r"\((?P<code>\d{5})\)"),
            re.compile(r"\b(?P<code>\d{5})(?= [A-Z][a-zà-ù]{2})"),
        )
    },
}


def postcodes(story: Story) -> Iterator[Found]:
    for holding, patterns in POSTCODES[story.language].items():
        for pattern in patterns:
            for match in story.matches(pattern, story.text, holding=holding):
                if match.start("code") not in story.ordinary:
                    yield Found(*match.span("code"), "address")
