"""Italian streets: "via dei Mille 47/B, 38122", "al 12 di via Manzoni", "viale Po ventidue"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.stories.redaction.addresses.walking import Form, number_end, streets
from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

LEAD = r"(?:[, ]{1,2}|,? ?\n)(?:all'|(?:al|il|è il|a l) )?(?:(?:numero civico|civico numero|n\.? civico|numero|civico|civ|nr|num|n°|n|no)[.°: ]{1,3})?"
SUFFIX = r"(?:(?: ?(?:/|-|barra) ?| )?(?:[a-z]|bis|ter|quater|rosso|nero|r)\b|[/\-]\d{1,3}(?:/?[a-z]\b)?)?"
INSIDE = (
    r"(?:interno|int|scala|sc|piano|palazzina|palazzo|pal|edificio|ed|appartamento|app|lotto|isolato|is"
    r"|blocco|corpo|torre|capannone|stabile|box|citofono|cancello|portone|fabbricato)"
)
FLOOR = r"(?:terra|rialzato|primo|secondo|terzo|quarto|quinto|sesto|settimo|ottavo|ultimo|\d{1,2}[°oª]?)"
REST = (
    rf"(?:,? ?\(?(?:al |alla |all')?{INSIDE}\.? ?(?:n\.? ?)?(?:{FLOOR}\b|sinistra|destra|unica|[a-z]\b(?:/?\d{{1,3}}\b)?|\d{{1,3}}(?:/?[a-z]\b| bis\b)?|[ivx]{{1,4}}\b|uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci)"
    rf"|,? ?\(?(?:al |all')?{FLOOR} piano\b){{0,4}}"
    r"(?:(?:[, \-]{1,3}|,? ?\n)(?:cap:? ?)?\d{5}\b)?"
)
KILOMETRE = r"[, ]{1,2}(?:al )?(?:km|chilometro)\.? ?(?:\d+(?:[.,+]\d+)?)"
NONE = r"[, ]{1,2}(?:s\.? ?n\.? ?c\b\.?|s\.? ?n\b\.?|senza numero\b)"
LINKS = frozenset(
    {"di", "del", "dello", "della", "dei", "degli", "delle", "dell", "da", "dal", "dalla", "dalle"}
    | {"d", "de", "e", "ed", "a", "al", "alla", "alle", "allo", "ai", "in", "la", "le", "lo", "l", "il"}
    | {"san", "santo", "santa", "sant", "ss", "s", "des", "du", "von", "am", "im", "der", "sul", "sulla"}
    | {"tre", "quattro", "cinque", "due"}
)  # fmt: skip
NAMES = frozenset(
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre"}
    | {"ottobre", "novembre", "dicembre", "romano", "romana", "italia", "natale", "chiesa"}
)
# "Via" means "by" before these.
BY = frozenset(
    {"mail", "email", "pec", "sms", "fax", "posta", "web", "chat", "internet", "telefono", "app"}
    | {"whatsapp", "telegram", "radio", "cavo", "satellite", "bonifico", "skype", "messaggio"}
)
NUMBER_BEFORE = re.compile(
    r"\b(?:al|il|dal|del|numero|civico|n\.) ?(?:\d{1,4}(?:/?[a-z])?|[a-zé]{3,20}) (?:di|in) $"
)
CAPITALS = re.compile(r" (?:(?:d[a-z']{1,4} ?)?[A-ZÀ-Ù][\w'.]+ ?){1,4}(?<! )")
ONE_WORD = re.compile(r"(?: (?:d[a-z]{1,4}|san|santa|la|lo|le))?[ '][^\W\d_]{3,}")
HOME = re.compile(r"\b(?:abit\w+|viv\w+|resident\w*|risied\w+|domicilia\w*|casa) (?:in |a |di )?$")
IN_STREET = re.compile(r"\b(?:in|di|a|da) $")
GERMAN = re.compile(
    r"\b[A-ZÄÖÜ][\w\-]*(?:stra(?:ß|ss)e|gasse|weg|platz|allee|ring|gässchen|promenade|dorf|hof)[, ]{1,2}"
    r"\d{1,3}(?: ?/? ?[a-zA-Z]\b|/\d{1,2})?"
)
VENETIAN = re.compile(
    r"\b(?:Dorsoduro|Cannaregio|Castello|San Marco|San Polo|Santa Croce|Giudecca)[, ]{1,2}(?:n\. ?)?\d{1,4}(?:/?[a-zA-Z]\b)?"
)
AT_HOME = re.compile(
    r"\b(?i:indirizzo|abit\w+|viv[eoi]\w*|resident\w*|consegn\w+|spedi\w+|domicili\w+)\b[^.!?\n\d]{0,24}?"
    r"(?: in| a|:| è| al) (?P<place>(?:[A-ZÀ-Ù][\w']+,? ){1,3}\d{1,4}(?:/?[a-zA-Z]\b)?)(?![\d.,]\d)"
)
ROAD = re.compile(
    r"\b(?:strada (?:statale|provinciale|regionale)|statale|provinciale|ss|sp|s\. ?s\.|s\. ?p\.) ?(?:n\.? ?)?"
    r"\d{1,3}\w{0,3}(?: \w+)?,? (?:al )?(?:km|chilometro)\.? ?\d+(?:[.,+]\d+)?"
)
BOX = re.compile(r"\b(?:casella postale|c\.p\.|c\. p\.) ?(?:n\.? ?)?\d{1,6}")
LOOK_BACK, REACH = 30, 130


@cache
def _form() -> Form:
    said = "|".join(
        sorted(
            (word for word, value in numerals("it").items() if value.isdigit()),
            key=len,
            reverse=True,
        )
    )
    number = re.compile(
        rf"(?:{LEAD}(?P<number>\d{{1,4}}(?![\d.,]\d){SUFFIX}|(?:{said})\b(?:(?: barra)? (?:bis|ter|[b-df-h])\b)?)|{NONE}|{KILOMETRE})"
        rf"(?!\d| ?(?:€|euro\b)){REST}"
    )
    return Form(number, LINKS, NAMES)


def italian(story: Story) -> Iterator[Found]:
    for start, index in streets(story):
        if story.words[index : index + 1] and story.words[index].low in BY:
            continue
        end = number_end(story, index, _form())
        if end is None:
            yield from _without_number(story, start, story.words[index - 1].end)
        else:
            yield Found(start, end, "address")
    for match in story.matches(AT_HOME, story.text, far=True):
        if match.end() - 1 not in story.ordinary:
            yield Found(*match.span("place"), "address")
    for pattern in (GERMAN, VENETIAN, BOX, ROAD):
        text = story.low if pattern in {BOX, ROAD} else story.text
        for match in story.matches(pattern, text, far=True):
            yield Found(match.start(), match.end(), "address")


def _without_number(story: Story, start: int, end: int) -> Iterator[Found]:
    """A street with its number before it, or without one where somebody lives."""
    name, since = CAPITALS.match(story.text, end, end + REACH), max(0, start - LOOK_BACK)
    before = NUMBER_BEFORE.search(story.low, since, start)
    short = name or ONE_WORD.match(story.low, end)
    if before and short:
        yield Found(before.start(), short.end(), "address")
    elif name and any(cue.search(story.low, since, start) for cue in (IN_STREET, HOME)):
        yield Found(start, name.end(), "address")
