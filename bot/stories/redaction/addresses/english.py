"""British, Irish, American and Australian streets, the house number before the name.

"Flat 3, 48 Cardigan Crescent", "4417 Maple Hollow Drive", "The Gatehouse, 1 Priory Walk".
"""

import re
from collections.abc import Iterator

from bot.stories.redaction.addresses.houses import HOUSES, STREETS, STREETS_IN_CAPITALS, UNIT
from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
SIDE = r"(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)"
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
    r"\b(?:p\.? ?o\.? ?)?box #?\d{2,6}\b|\bcounty road \d+\b|\brr ?\d+,? box \d+\b"
    r"|\b\d{2,5} (?:n |s |e |w )?(?:highway|hwy|state route|sr|us|route|rte|county road|cr|fm)\.? \d{1,4}\b|\bprivate bag \d+\b"
)
# What may stand before the number: a flat, a house with a name.
BEFORE = re.compile(
    rf"(?:\b{UNIT},? )?(?:\b(?:unit|flat|number|no|apt|apartment)\.? ?)?"
    rf"(?:\b(?:[Tt]he )?(?:[A-Z][\w']+ ){{1,3}}(?:{HOUSES}),? |\b[Tt]he (?:[A-Z][\w']+ ){{0,2}}[A-Z][\w']+, )?\Z",
    re.IGNORECASE,
)
NAMED_HOUSE = re.compile(
    rf"(?:\b(?i:{UNIT}),? )?\b(?:(?:[A-Z][\w']+ ){{1,3}}(?i:{HOUSES})|[Tt]he (?:[A-Z][\w']+ )?[A-Z][\w']+), {CAPITAL}{{1,3}}(?i:{STREETS}|{STREETS_IN_CAPITALS})\b"
)
UNIT_IN_HOUSE = re.compile(
    rf"\b(?i:flat|apt|apartment|unit|suite)\.? #?\d\w{{0,3}},? (?:[A-Z][\w']+ ){{1,3}}(?i:{HOUSES}|{STREETS})\b"
)
SAID = re.compile(rf" (?:[A-Z][\w']+ ){{1,3}}(?i:{STREETS})\b")
# Somebody's house, though no word such as "street" follows the number.
HOME = re.compile(
    r"\b(?i:address(?: is|:| was|,)?|(?:live[sd]?|living|staying|house|home|flat|moved|delivered|sent|send|post|went|come|came|deliver|back|round)(?: it| them| me)? (?:at|to|from|is)|(?:i'?m|we'?re|is) at) "
    r"(?P<place>(?:(?i:number|no\.?) )?\d{1,4}[a-zA-Z]? (?:[A-Z][a-z'\-]{2,})(?: [A-Z][a-z'\-]+){0,2})"
)
ON_STREET = re.compile(
    rf"\b(?i:live[sd]?|living|house|flat|home|moved|address|neighbou?rs?)\b[^.!?\n\d]{{0,20}}?\b(?:on|in|at|to|of|is) (?P<place>(?:[A-Z][\w']+ ){{1,3}}(?:{STREETS.title()}))\b"
)
COUNTED = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|times|calls?|people|pounds|dollars|euros?|emails?|letters?|customers?|quid|and|or|on|in)\b"
)
FLAT = re.compile(UNIT, re.IGNORECASE)
LOOK_BACK, REACH = 60, 80


def english(story: Story) -> Iterator[Found]:
    for match in story.matches(STREET, story.low, far=True):
        if match.start() not in story.ordinary and not COUNTED.search(match[0]):
            yield Found(_start(story, match.start()), match.end(), "address")
    for match in story.matches(IN_CAPITALS, story.text, far=True):
        if match.start() not in story.ordinary:
            yield Found(_start(story, match.start()), match.end(), "address")
    for pattern, text in ((BOX, story.low), (UNIT_IN_HOUSE, story.text)):
        for match in story.matches(pattern, text, far=True):
            yield Found(match.start(), match.end(), "address")
    yield from _homes(story)
    for word in story.places.keys() & numerals("en").keys():
        for index in story.places[word]:
            said = SAID.match(story.text, story.words[index].end, story.words[index].end + REACH)
            if said:
                yield Found(story.words[index].start, said.end(), "address")


def _homes(story: Story) -> Iterator[Found]:
    """Houses without a number, and numbers without a street."""
    for match in NAMED_HOUSE.finditer(story.text):
        yield Found(match.start(), match.end(), "address")
    for match in ON_STREET.finditer(story.text):
        yield Found(*match.span("place"), "address")
    for match in story.matches(HOME, story.text, far=True):
        capital = match["place"].split(" ")[-1].lower()
        counted = capital in story.vocabulary.names.function
        if match.end() - 1 not in story.ordinary and not counted:
            yield Found(*match.span("place"), "address")


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
