"""British and American streets: "Flat 3, 48 Cardigan Crescent", "4417 Maple Hollow Drive"."""

import re
from collections.abc import Iterator

from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
KINDS_OF_STREET = (
    r"street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|close|court|ct|crescent|cres|gardens?|gdns|grove"
    r"|hill|place|pl|square|sq|terrace|ter|way|boulevard|blvd|walk|row|mews|parade|rise|view|vale|green"
    r"|circle|cir|highway|hwy|parkway|pkwy|trail|trl|alley|quay|wharf|broadway|croft|gate|loop|mount"
    r"|villas|cottages|buildings|meadows?|wynd|brae|esplanade|common|yard|fields?|park|end|heights|brow"
    r"|fold|garth|grange|lea|leys|mead|nook|orchard|ridge|spinney|hollow|landing|crossing|pass|valley"
    r"|haven|glen|harbor|harbour|estates?|knoll|trace|manor|shore|springs|strand|circus|cliff|dene|downs?"
    r"|causeway|drove|approach|turnpike|pike|cove|bend|run|plaza|route"
)
UNIT = r"(?:(?:flat|apt|apartment|unit|suite|ste|room|floor|house|no|number)\.? ?#? ?\w{1,4}(?:/\w{1,3})?|#\d+\w?)"
HOUSES = r"court|house|lodge|cottage|mansions|forge|mill|barn|farm|tower|towers|building|buildings|hall|villa|manor"
SIDE = r"(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)"
ORDINAL = r"\d{1,3}(?:st|nd|rd|th)"
STREET = re.compile(
    r"(?<![\w.,£$€])\d{1,5}(?:-\d{1,4})?[a-z]?,? "
    rf"(?:{SIDE}\.? )?(?:(?:{ORDINAL}|{NAME}) ){{0,3}}?(?:{NAME}|{ORDINAL}) "
    rf"(?:{KINDS_OF_STREET})\b\.?(?: (?:{KINDS_OF_STREET})\b\.?)?(?: {SIDE}\b)?(?:,? {UNIT}\b)?"
)
# What may stand before the number: a flat, a house with a name.
BEFORE = re.compile(
    rf"(?:\b{UNIT},? )?(?:\b(?:unit|flat|number|no|apt|apartment)\.? )?"
    rf"(?:\b(?:[Tt]he )?(?:[A-Z][\w']+ ){{1,3}}(?:{HOUSES}),? )?\Z",
    re.IGNORECASE,
)
NAMED_HOUSE = re.compile(
    rf"\b(?:[A-Z][\w']+ ){{1,3}}(?:{'|'.join(one.title() for one in HOUSES.split('|'))}), (?:[A-Z][\w']+ ){{1,3}}(?:Lane|Road|Street|Close|Avenue|Drive|Hill|Way|Row)\b"
)
SAID = re.compile(rf" (?:[A-Z][\w']+ ){{1,3}}(?i:{KINDS_OF_STREET})\b")
CAPITALS = re.compile(
    r"\b\d{1,5}[a-zA-Z]?,? (?:The )?(?:[A-Z][\w']+ ){0,2}(?:Broadway|Crescent|Green|Close|Avenue|Parade|Mews|Cheapside|Piccadilly)\b"
    r"|\b\d{1,4}[a-z]?,? [A-Z][a-z]{3,}(?:way|gate|side|field|croft|hurst|bank|ways)\b(?! [a-z]+ed\b)"
    r"|\b\d{1,4}[a-z]?,? (?:Heol|Ffordd|Llys|Stryd|Clos|Maes|Lôn|Lon|Cae|Rue|Calle|Via|Bryn)(?: (?:y|yr|[A-Z][\w']+)){1,3}"
    r"|\b(?:P\.?O\.? ?Box|PO BOX|po box|Box) #?\d{2,6}\b|\bCounty Road \d+\b"
)
ORDINAL_NUMBERS = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|times|calls?|people|pounds|dollars|euros?)\b"
)
FLAT = re.compile(UNIT, re.IGNORECASE)
LOOK_BACK, REACH = 60, 80


def english(story: Story) -> Iterator[Found]:
    for match in story.matches(STREET, story.low, far=True):
        if match.start() not in story.ordinary and not ORDINAL_NUMBERS.search(match[0]):
            yield Found(_start(story, match.start()), match.end(), "address")
    for match in story.matches(CAPITALS, story.text, far=True):
        yield Found(match.start(), match.end(), "address")
    if story.places.keys() & frozenset(HOUSES.split("|")):
        for match in NAMED_HOUSE.finditer(story.text):
            yield Found(match.start(), match.end(), "address")
    for word in story.places.keys() & numerals("en").keys():
        for index in story.places[word]:
            said = SAID.match(story.text, story.words[index].end, story.words[index].end + REACH)
            if said:
                yield Found(story.words[index].start, said.end(), "address")


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
