"""Postcodes that stand alone, in the form of each country."""

import re
from collections.abc import Iterator, Mapping

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

POSTCODES: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(r"\b(?P<code>(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}))\b"),
        re.compile(r"\b(?P<code>[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})\b"),
        re.compile(r"\b(?P<code>[AC-FHKNPRTV-Y]\d[\dW] ?(?=[A-Z]*\d)[0-9AC-FHKNPRTV-Y]{4})\b"),
        re.compile(
            r"\b(?P<code>[ac-fhknprtv-y]\d[\dw] ?(?=\d*[a-z])(?=[a-z]*\d)[0-9ac-fhknprtv-y]{4})\b"
        ),
        re.compile(
            r"\b[eE]ircode(?:'s| is| was|:|,)? (?P<code>[a-zA-Z]\d[\dwW] ?[0-9a-zA-Z]{4})\b"
        ),
        re.compile(
            r"\b(?:[zZ][iI][pP](?: code)?|[pP]ost ?code)(?:'s| is| was|:|,)* (?P<code>\d{4,5}(?:-\d{4})?)\b"
        ),
        re.compile(r"\b[pP]ost ?code(?:'s| is| was|:|,)? (?P<code>[a-zA-Z]{1,2}\d[a-zA-Z\d]?)\b"),
        re.compile(
            r"\b(?:[A-Z]{2}|[A-Z][a-z]+|[zZ][iI][pP](?: code)?:?),? "
            r"(?P<code>\d{5}(?:-\d{4})?)(?![\d\-]| ?[A-Z]?\d)"
        ),
        # Canada, Australia.
        re.compile(r"\b(?P<code>[ABCEGHJ-NPRSTVXY]\d[A-Z][ \-]?\d[A-Z]\d)\b"),
        re.compile(r"\b(?P<code>[abceghj-nprstvxy]\d[a-z][ \-]?\d[a-z]\d)\b"),
        re.compile(
            r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Vic|Qld|Tas|Victoria|Queensland|Tasmania),? (?P<code>\d{4})\b"
        ),
    ),
    "pl": (re.compile(r"(?<![\d\-])(?P<code>\d{2}-\d{3})(?![\d\-])"),),
    "it": (
        re.compile(r"\b[cC][aA][pP]:?(?: è| di)? (?P<code>\d{5})\b"),
        re.compile(r"\((?P<code>\d{5})\)"),
        re.compile(r"\b(?P<code>\d{5})(?= [A-Z][a-zà-ù]{2})"),
    ),
}


def postcodes(story: Story) -> Iterator[Found]:
    for pattern in POSTCODES[story.language]:
        for match in story.matches(pattern, story.text):
            if match.start("code") not in story.ordinary:
                yield Found(*match.span("code"), "address")
