"""British, Irish, American and Australian streets, the house number before the name.

"Flat 3, 48 Cardigan Crescent", "4417 Maple Hollow Drive", "The Gatehouse, 1 Priory Walk".
"""

import re
from collections.abc import Iterator

from bot.stories.redaction.addresses.homes import homes
from bot.stories.redaction.addresses.houses import (
    BLOCK,
    HOUSES,
    PLURALS,
    SIDE,
    STREETS,
    STREETS_IN_CAPITALS,
    UNIT,
)
from bot.stories.redaction.addresses.named_houses import known_place
from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
ORDINAL = r"\d{1,3}(?:st|nd|rd|th)"
CAPITAL = r"(?:(?:[A-Z][\w'.\-]*|of|the|de|la|St\.?) )"
NUMBER = r"(?<![\w.,£$€/])(?:\d{1,4}/)?\d{1,5}(?: ?[-–] ?\d{1,4})?[a-zA-Z]?"
STREET = re.compile(
    rf"{NUMBER},? (?:{SIDE}\.? )?(?:(?:{ORDINAL}|{NAME}) ){{0,3}}?(?:{NAME}|{ORDINAL}) "
    rf"(?:{STREETS})\b\.?(?: (?:{STREETS})\b\.?)?(?: {SIDE}\b)?(?:,? {UNIT}\b)?"
)
IN_CAPITALS = re.compile(
    rf"{NUMBER},? {CAPITAL}{{1,3}}(?:{STREETS_IN_CAPITALS})\b\.?(?:,? (?i:{UNIT})\b)?"
    r"|\b\d{1,5}[a-zA-Z]?,? (?:The )?(?:[A-Z][\w']+ ){0,2}(?:Broadway|Crescent|Green|Close|Avenue|Parade|Mews|Cheapside|Piccadilly|Strand)\b"
    r"|\b\d{1,4}[a-z]?,? [A-Z][a-z]{3,}(?:way|gate|side|field|croft|hurst|bank|ways|row|lands)\b(?! [a-z]+ed\b)"
    r"|\b\d{1,4}[a-z]?,? (?:Heol|Ffordd|Llys|Stryd|Clos|Maes|Lôn|Lon|Cae|Rue|Calle|Via|Bryn|Sráid|Bóthar|Páirc)(?: (?:y|yr|na|an|[A-Z][\w']+)){1,3}"
)
BOX = re.compile(
    r"\b(?:p\.? ?o\.? ?)?box #?\d{2,6}\b|\brural route \d+(?:,? box \d+)?\b|\bbfpo \d+\b|\bcounty road \d+\b|\brr ?\d+,? box \d+\b"
    r"|\b\d{2,5} (?:n |s |e |w )?(?:highway|hwy|state route|sr|us|route|rte|county road|cr|fm)\.? \d{1,4}\b|\bprivate bag \d+\b"
)
# What may stand before the number: a flat, a house with a name.
BEFORE = re.compile(
    rf"(?:\b{UNIT},? )?(?:\b(?:unit|flat|number|no|apt|apartment)\.? ?)?"
    rf"(?:\b(?:[Tt]he )?(?:[A-Z][\w']+ ){{1,3}}(?:{HOUSES}),? |\b[Tt]he (?:[A-Z][\w']+ ){{0,2}}[A-Z][\w']+, )?\Z",
    re.IGNORECASE,
)
UNIT_IN_HOUSE = re.compile(
    r"\b(?i:flat|apt|apartment|unit|suite)\.? #?\d\w{0,3},? (?P<house>(?:[A-Z][\w']+ ){0,2}[A-Z][\w']+)\b"
)
IN_A_HOUSE = re.compile(rf"(?i:{HOUSES}|{STREETS})\Z")
# As on plots and in blocks of flats: "House 14, Road 7, Block C".
IN_BLOCK = re.compile(
    rf"\b(?:{BLOCK})\.? (?:no\.? ?)?\d{{1,4}}[a-z]?(?:,? (?:{BLOCK})\.? (?:no\.? ?)?(?:\d{{1,4}}[a-z]?|[a-z])\b){{1,4}}"
)
ON_PLOT = re.compile(
    rf"\b(?i:plot|house|block|villa|stand|erf|building|lot)\.? (?:(?i:no|number)\.? )?\d+[a-zA-Z]?,? (?:[A-Z][\w']+ ){{1,3}}(?:{STREETS.title()})\b"
)
THREE_WORDS = re.compile(
    r"(?<![\w:])/{2,3}[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}\b|(?<=what3words )[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}\b"
)
TREES = re.compile(rf"{NUMBER},? the (?:{PLURALS})\b")
CALLED_THE = re.compile(
    r"(?<![\w.,£$€/])(?!(?:19|20)\d\d)\d{1,4}[a-zA-Z]?,? The [A-Z][\w']{2,}(?: [A-Z][\w']{3,})?"
)
SAID = re.compile(rf" (?:[A-Z][\w']+ ){{1,3}}(?i:{STREETS})\b")
# Four digits after the town, as in Australia.
TOWN_CODE = re.compile(r",? (?:[A-Z][a-z']+ ){1,2}(?P<code>(?!19|20)\d{4})(?! ?[\w%])")
COUNTED = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|times|calls?|people|pounds|dollars|euros?|emails?|letters?|customers?|quid|and|or|on|in)\b"
)
# As in "1 sent Quality Street": a small letter after the number, a capital at the end.
SENTENCE = re.compile(r"\d+ (?!of |the )[a-z]{3,} .*[A-Z][a-z]+\Z")
FLAT = re.compile(UNIT, re.IGNORECASE)
LOOK_BACK, REACH = 60, 80


def english(story: Story) -> Iterator[Found]:
    for match in story.from_digits(STREET, story.low):
        told = COUNTED.search(match[0]) or SENTENCE.match(story.text, match.start(), match.end())
        if match.start() not in story.ordinary and not told:
            yield Found(_start(story, match.start()), match.end(), "address")
            yield from _town_code(story, match.end())
    for match in _numbered(story):
        if match.start() not in story.ordinary:
            yield Found(_start(story, match.start()), match.end(), "address")
    yield from _in_houses(story)
    yield from homes(story)
    yield from _said(story)


def _numbered(story: Story) -> Iterator[re.Match[str]]:
    """Streets and boxes that some number leads or follows."""
    for pattern, text in ((IN_CAPITALS, story.text), (TREES, story.low), (CALLED_THE, story.text)):
        yield from story.from_digits(pattern, text)
    for pattern, text in ((BOX, story.low), (IN_BLOCK, story.low), (ON_PLOT, story.text)):
        yield from story.matches(pattern, text, far=True)


def _in_houses(story: Story) -> Iterator[Found]:
    """Flats in houses with a name, and places in three words."""
    for match in story.matches(UNIT_IN_HOUSE, story.text, far=True):
        if IN_A_HOUSE.search(match["house"]) or not known_place(match["house"]):
            yield Found(match.start(), match.end(), "address")
    told = "//" in story.low or "what3words" in story.low
    for match in THREE_WORDS.finditer(story.low) if told else ():
        yield Found(match.start(), match.end(), "address")


def _said(story: Story) -> Iterator[Found]:
    """As in "forty two Acacia Avenue"."""
    values = numerals("en")
    for word in story.places.keys() & values.keys():
        for index in story.places[word]:
            said = SAID.match(story.text, story.words[index].end, story.words[index].end + REACH)
            if not said:
                continue
            first = index
            while (
                first
                and story.gap(first - 1) in {" ", "-"}
                and (story.words[first - 1].low in values)
            ):
                first -= 1
            yield Found(story.words[first].start, said.end(), "address")


def _town_code(story: Story, end: int) -> Iterator[Found]:
    match = TOWN_CODE.match(story.text, end)
    if match and match.start("code") not in story.ordinary:
        yield Found(*match.span("code"), "address")


def _start(story: Story, number: int) -> int:
    """Where the address of a house number starts."""
    before = BEFORE.search(story.text, max(0, number - LOOK_BACK), number)
    if not before or before.start() == number:
        return number
    start = before.start()
    while story.text[start].islower() and any(map(str.isupper, story.text[start:number])):
        space = story.text.find(" ", start, number)
        if space < 0 or FLAT.match(story.text, start):
            return before.start()
        start = space + 1
    return start
