"""Postal addresses: a street with its number in each language's form, and postcodes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
ITALIAN_NUMBER = (
    r"(?:,? ?(?:al |a l )?(?:civico |numero civico )?(?:n|nr|num|numero|civico|civ|n°|no|il|il civico)?[.°: ]{0,2}"
    r"\d{1,4}(?:(?: ?(?:/|-|barra) ?| )?(?:[a-z]|bis|ter)\b|[/\-]\d{1,3})?"
    r"|,? (?:al )?(?:numero|civico|al|n\.) [a-z]{3,20}|,? (?:s\.?n\.?c\.?|senza numero)\b|,? km\.? ?\d+[.,]?\d*)"
)
ITALIAN_REST = (
    r"(?:,? (?:int(?:erno)?|scala|sc|piano|p|palazzina|pal|edificio|appartamento|app|lotto|isolato)\.? ?"
    r"(?:\w{1,3}|terra|rialzato|primo|secondo|terzo|quarto|quinto)\b"
    r"|,? (?:primo|secondo|terzo|quarto|quinto|sesto|settimo|ultimo|\d[°o]) piano){0,4}"
    r"(?:[, \-]{1,3}(?:cap:? )?\d{5}\b)?"
)
ITALIAN = re.compile(
    rf"[. ]{{1,2}}(?:{NAME} |\d{{1,2}} (?=[a-z])|[ivx]+ ){{0,5}}?{NAME}{ITALIAN_NUMBER}"
    rf"(?!\d|[.,]\d| ?(?:€|euro|minuti|ore|giorni|volte)){ITALIAN_REST}"
)
ITALIAN_SAID = re.compile(
    rf"[. ]{{1,2}}(?P<name>(?:{NAME} ){{1,3}})(?P<number>[a-z]{{3,16}})\b{ITALIAN_REST}"
)
ITALIAN_BEFORE = re.compile(r"\b(?:al|numero|civico|n\.) ?\d{1,4}(?:/?[a-z])? (?:di|in) $")
POLISH = re.compile(
    rf"[. ]{{1,2}}(?:{NAME} |\d{{1,2}} (?=[a-ząćęłńóśźż])|\d{{1,2}}-?go ){{0,4}}?{NAME}"
    r",? (?:nr )?\d{1,4}(?:[a-z]\b| [a-z]\b(?!\.? ?\d))?(?: ?/ ?\d{1,4}[a-z]?)?(?!\d|[.,]\d| ?(?:zł|min|godz))"
    r"(?:,? ?(?:m|lok|mieszkania|mieszkanie|klatka|kl|piętro|p|bl|blok)\.? ?(?:\d{1,4}|[ivx]+|[a-z]\d?)\b){0,3}"
    r"(?:,? ?\d{2}-\d{3}\b)?"
)
POLISH_BARE = re.compile(
    r"\b(?:[nN]a|[pP]rzy|[zZ]|[pP]od|[wW]ieś|[wW]si|[kK]olonia|[dD]o|[uU]licy|[aA]dres\w*:?|[mM]ieszka\w*:?|[zZ]amieszkał\w+) "
    r"(?P<place>(?:[A-ZŻŹĆŁŚÓ]\w+|(?:\w{3,} )?\w{3,}(?:skiego|ckiego|skiej|ckiej|owskiego))(?: \w{3,}){0,2}?"
    r",? \d{1,4}[a-zA-Z]?(?: ?/ ?\d{1,4}|,? (?:m|lok|mieszkania|mieszkanie)\.? ?\d{1,4})?)\b"
    r"(?!\.\d|[ .](?:stycz|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)| ?(?:zł|min|godz|%))"
)
POLISH_SLASH = re.compile(
    r"\b(?:na|przy|z|pod|do|adres\w*:?) (?P<place>\w{4,}(?: \w{3,})?,? \d{1,3}[a-z]?/\d{1,4})\b(?!/)"
)
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
SAID_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?)"
ENGLISH = re.compile(
    rf"\b(?:{UNIT},? )?(?:(?:unit|flat|number|no|apt|apartment)\.? )?(?:(?:the )?(?:{NAME} ){{1,3}}?(?:{HOUSES}),? )?"
    rf"\b\d{{1,5}}(?:-\d{{1,4}})?[a-z]?,? (?:(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)\.? )?"
    rf"(?:(?:\d{{1,3}}(?:st|nd|rd|th)|{NAME}) ){{0,3}}?(?:{NAME}|\d{{1,3}}(?:st|nd|rd|th)) (?:{KINDS_OF_STREET})\b\.?(?: (?:{KINDS_OF_STREET})\b\.?)?"
    rf"(?: (?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b)?(?:,? {UNIT}\b)?"
)
ENGLISH_SAID = re.compile(
    rf"\b{SAID_NUMBER} (?:[A-Z][\w']+ ){{1,3}}(?:{KINDS_OF_STREET})\b", re.IGNORECASE
)
ENGLISH_CAPITALS = re.compile(
    r"\b\d{1,5}[a-zA-Z]?,? (?:The )?(?:[A-Z][\w']+ ){0,2}(?:Broadway|Crescent|Green|Close|Avenue|Parade|Mews|Cheapside|Piccadilly)\b"
    rf"|\b(?:[A-Z][\w']+ ){{1,3}}(?:{'|'.join(one.title() for one in HOUSES.split('|'))}), (?:[A-Z][\w']+ ){{1,3}}(?:Lane|Road|Street|Close|Avenue|Drive|Hill|Way|Row)\b"
    r"|\b\d{1,4}[a-z]?,? [A-Z][a-z]{3,}(?:way|gate|side|field|croft|hurst|bank|ways)\b(?! [a-z]+ed\b)"
    r"|\b\d{1,4}[a-z]?,? (?:Heol|Ffordd|Llys|Stryd|Clos|Maes|Lôn|Lon|Cae|Rue|Calle|Via|Bryn)(?: (?:y|yr|[A-Z][\w']+)){1,3}"
    r"|\b(?:P\.?O\.? ?Box|PO BOX|po box|Box) #?\d{2,6}\b|\bCounty Road \d+\b"
)
STATES = (
    r"alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho"
    r"|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota"
    r"|mississippi|missouri|montana|nebraska|nevada|hampshire|jersey|mexico|york|carolina|dakota|ohio"
    r"|oklahoma|oregon|pennsylvania|island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming"
)
POSTCODES = (
    re.compile(r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})\b"),
    re.compile(
        r"\b(?P<state>[A-Z]{2}|(?i:"
        + STATES
        + r")),? (?P<code>\d{5}(?:-\d{4})?)\b(?!-)|\b(?:[A-Z][a-z]+),? (?P<zip>\d{5}(?:-\d{4})?)\b(?!-| ?[A-Z]?\d)"
    ),
    re.compile(r"(?<![\d\-])\d{2}-\d{3}(?![\d\-])"),
    re.compile(
        r"\b(?:[cC][aA][pP]:?(?: è| di)? (?P<code>\d{5})|(?P<bare>\d{5})(?= [A-Z][a-zà-ù]{2}))\b"
    ),
    re.compile(r"\bzip(?: code)?:? (?P<code>\d{5})\b"),
)
HOUSE = re.compile(UNIT, re.IGNORECASE)
CAPITALS = re.compile(r" (?:(?:d[a-z']{1,4} ?)?[A-ZÀ-Ù][\w'.]+ ?){1,4}(?<! )")
HOME = re.compile(r"\b(?:abit\w+|viv\w+|resident\w*|risied\w+|domicilia\w*|casa) (?:in |a |di )?$")
IN_STREET = re.compile(r"\b(?:in|di|a|da) $")
LOOK_BACK = 24
REACH = 130
POLISH_SAID = re.compile(
    rf"[. ]{{1,2}}(?P<name>(?:{NAME} ){{1,3}}?)(?P<number>[a-ząćęłńóśźż]{{3,16}})(?: (?P<more>[a-ząćęłńóśźż]{{3,16}}))?\b"
)
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
            elif story.language == "it":
                yield from _italian(story, start, end)
            else:
                yield from _polish_said(story, start, end)
    yield from _polish(story)
    yield from _english(story)
    yield from _postcodes(story)


def _is_street(story: Story, start: int, match: re.Match[str]) -> bool:
    return "\n" not in match[0] and not story.text[start - 1 : start].isalnum()


def _italian(story: Story, start: int, end: int) -> Iterator[Found]:
    """A street with its number in words, or told before it."""
    said = ITALIAN_SAID.match(story.low, end, end + REACH)
    if said and numerals("it").get(said["number"], "x").isdigit() and story.text[start - 1] != "'":
        yield Found(start, said.end(), "address")
    before = ITALIAN_BEFORE.search(story.low, max(0, start - LOOK_BACK), start)
    name = CAPITALS.match(story.text, end)
    if name and (
        before
        or IN_STREET.search(story.low, max(0, start - LOOK_BACK), start)
        or HOME.search(story.low, max(0, start - LOOK_BACK), start)
    ):
        yield Found(before.start() if before else start, name.end(), "address")


def _polish_said(story: Story, start: int, end: int) -> Iterator[Found]:
    """A street with its number in words: "aleja Niepodległości sto dwanaście"."""
    said, words = POLISH_SAID.match(story.low, end, end + REACH), numerals("pl")
    if said and words.get(said["number"], "x").isdigit():
        both = said["more"] and words.get(said["more"], "x").isdigit()
        yield Found(start, said.end() if both else said.end("number"), "address")


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
        if match.start() not in story.ordinary and not ORDINAL_NUMBERS.search(match[0]):
            yield Found(_capital(story, match), match.end(), "address")
    for pattern in (ENGLISH_SAID, ENGLISH_CAPITALS):
        for match in pattern.finditer(story.text):
            if match[0][0].isupper() or any(word[0].isupper() for word in match[0].split()[1:]):
                yield Found(match.start(), match.end(), "address")


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
        for match in american.finditer(story.text):
            group = "code" if match["code"] else "zip"
            if match.start(group) not in story.ordinary:
                yield Found(*match.span(group), "address")
        for match in zip_code.finditer(story.low):
            yield Found(match.start("code"), match.end("code"), "address")
    if story.language == "pl":
        for match in polish.finditer(story.low):
            yield Found(match.start(), match.end(), "address")
    if story.language == "it":
        for match in italian.finditer(story.text):
            yield Found(*match.span("code" if match["code"] else "bare"), "address")
