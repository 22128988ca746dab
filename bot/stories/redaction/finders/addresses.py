"""Postal addresses: a street with its number in each language's form, and postcodes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
ITALIAN = re.compile(
    rf"[. ]{{1,2}}(?:{NAME} |\d{{1,2}} (?=[a-z])|[ivx]+ ){{0,5}}?{NAME}"
    r"(?:,? ?(?:n|nr|num|numero|civico|n°|nº)?[.° ]{0,2}\d{1,4}(?:(?: ?/ ?| )?[a-z]\b|/\d{1,3})?"
    r"|,? (?:numero|civico) [a-z]{3,14}|,? (?:s\.?n\.?c\.?|snc)\b)(?![\d.,]?\d| ?(?:€|euro|minuti|ore))"
    r"(?:,? (?:int(?:erno)?|scala|sc|piano|p|palazzina|pal|edificio|appartamento|app|lotto)\.? ?"
    r"(?:\w{1,3}|\w+ piano)\b){0,4}(?:,? ?-? ?(?:cap )?\d{5}\b)?"
)
POLISH = re.compile(
    rf"[. ]{{1,2}}(?:{NAME} |\d{{1,2}} (?=[a-ząćęłńóśźż])|\d{{1,2}}-?go ){{0,4}}?{NAME}"
    r",? (?:nr )?\d{1,4}(?:[a-z]\b| [a-z]\b(?!\.? ?\d))?(?: ?/ ?\d{1,4}[a-z]?)?(?!\d|[.,]\d| ?(?:zł|min|godz))"
    r"(?:,? ?(?:m|lok|mieszkania|mieszkanie|klatka|kl|piętro|p)\.? ?\d{1,4}\b){0,2}"
    r"(?:,? ?\d{2}-\d{3}\b)?"
)
POLISH_BARE = re.compile(
    r"\b(?:[nN]a|[pP]rzy|[zZ]|[pP]od|[uU]licy|[aA]dres\w*:?|[mM]ieszka\w*:?|[zZ]amieszkał\w+) "
    r"(?P<place>(?:[A-ZŻŹĆŁŚÓ]\w+|(?:\w{3,} )?\w{3,}(?:skiego|ckiego|skiej|ckiej|owskiego))(?: \w{3,}){0,2}?"
    r",? \d{1,4}[a-zA-Z]?(?: ?/ ?\d{1,4}|,? m\.? ?\d{1,4}|,? lok\.? ?\d{1,4})?)\b"
    r"(?!\.\d|[ .](?:stycz|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)| ?(?:zł|min|godz|%))"
)
POLISH_SLASH = re.compile(
    r"\b(?:na|przy|z|pod|adres\w*:?) (?P<place>\w{4,}(?: \w{3,})?,? \d{1,3}[a-z]?/\d{1,4})\b(?!/)"
)
KINDS_OF_STREET = (
    r"street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|cres|gardens|gdns|grove"
    r"|hill|place|pl|square|sq|terrace|way|boulevard|blvd|walk|row|mews|parade|rise|view|vale|green"
    r"|circle|cir|highway|hwy|parkway|pkwy|trail|alley|quay|wharf|broadway|croft|gate|loop|mount"
    r"|villas|cottages|buildings|meadows?|wynd|brae|esplanade|common|yard|fields|park|end"
)
UNIT = r"(?:(?:flat|apt|apartment|unit|suite|ste|room)\.? ?#? ?\w{1,4}|#\d+\w?)"
ENGLISH = re.compile(
    rf"\b(?:{UNIT},? )?(?:(?:the )?(?:{NAME} ){{1,3}}?(?:court|house|lodge|cottage|mansions|forge|mill|barn|farm|tower|building|buildings|hall),? )?"
    rf"\b\d{{1,5}}(?:-\d{{1,4}})?[a-z]?,? (?:(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)\.? )?"
    rf"(?:(?:\d{{1,3}}(?:st|nd|rd|th)|{NAME}) ){{0,3}}?(?:{NAME}|\d{{1,3}}(?:st|nd|rd|th)) (?:{KINDS_OF_STREET})\b\.?"
    rf"(?:,? {UNIT}\b)?"
)
POSTCODES = (
    re.compile(r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})\b"),
    re.compile(r"(?<=[a-z]{2} )\d{5}(?:-\d{4})?\b(?!-)"),
    re.compile(r"(?<![\d\-])\d{2}-\d{3}(?![\d\-])"),
    re.compile(r"\bcap:? (?P<code>\d{5})\b"),
    re.compile(r"\bzip(?: code)?:? (?P<code>\d{5})\b"),
)
HOUSE = re.compile(UNIT, re.IGNORECASE)
REACH = 130
ORDINAL_NUMBERS = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|times|calls?|people|pounds|dollars|euros?)\b"
)


def find_addresses(story: Story) -> Iterator[Found]:
    """Streets and postcodes; those with a comma between them are one address."""
    spans = sorted(_parts(story))
    for first, second in pairwise(spans):
        if story.text[first.end : second.start] in {", ", " ", ",", " - ", "\n", ",\n"}:
            yield Found(first.start, second.end, "address")
    yield from spans


def _parts(story: Story) -> Iterator[Found]:
    if story.language != "en":
        pattern = ITALIAN if story.language == "it" else POLISH
        for phrase in story.phrases("streets"):
            start, end = story.words[phrase.first].start, story.words[phrase.last - 1].end
            match = pattern.match(story.low, end, end + REACH)
            if match and _is_street(story, start, match):
                yield Found(start, match.end(), "address")
    yield from _polish(story)
    yield from _english(story)
    yield from _postcodes(story)


def _is_street(story: Story, start: int, match: re.Match[str]) -> bool:
    return "\n" not in match[0] and not story.text[start - 1 : start].isalnum()


def _polish(story: Story) -> Iterator[Found]:
    """Streets without "ul.": "na Rejtana 3/1"."""
    if story.language != "pl":
        return
    for pattern, text in ((POLISH_BARE, story.text), (POLISH_SLASH, story.low)):
        for match in pattern.finditer(text):
            if match.end() - 1 not in story.ordinary:
                yield Found(match.start("place"), match.end("place"), "address")


def _english(story: Story) -> Iterator[Found]:
    if story.language != "en":
        return
    for match in ENGLISH.finditer(story.low):
        if "\n" not in match[0] and not ORDINAL_NUMBERS.search(match[0]):
            yield Found(_capital(story, match), match.end(), "address")


def _capital(story: Story, match: re.Match[str]) -> int:
    """Where the address starts: small words before a house with a name are none of it."""
    text, start = story.text, match.start()
    while text[start].islower() and any(char.isupper() for char in text[start : match.end()]):
        space = text.find(" ", start, match.end())
        if space < 0 or HOUSE.match(text, start):
            return match.start()
        start = space + 1
    return start


def _postcodes(story: Story) -> Iterator[Found]:
    british, american, polish, italian, zip_code = POSTCODES
    if story.language == "en":
        for match in british.finditer(story.low):
            yield Found(match.start(), match.end(), "address")
        for match in american.finditer(story.low):
            if story.text[match.start() - 3 : match.start() - 1].isupper():
                yield Found(match.start(), match.end(), "address")
        for match in zip_code.finditer(story.low):
            yield Found(match.start("code"), match.end("code"), "address")
    if story.language == "pl":
        for match in polish.finditer(story.low):
            yield Found(match.start(), match.end(), "address")
    if story.language == "it":
        for match in italian.finditer(story.low):
            yield Found(match.start("code"), match.end("code"), "address")
