"""Polish streets: "ul. Lipowa 14/3", "na Rejtana 3/1", "aleja Niepodległości sto dwanaście"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.stories.redaction.addresses.walking import Form, number_end, streets
from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story
from bot.stories.redaction.vocabulary import WORD, everywhere

UP = "[A-ZĄĆĘŁŃÓŚŹŻ]"
WORDS = "[^\\W\\d_]"
TURN = r" ?(?:/|\\|łamane przez|łamane na|łamane|przez) ?"
DIGITS = rf"\d{{1,4}}(?:[a-z]\b| [a-hj-nr-t]\b(?!\.? ?\d))?(?:-\d{{1,3}}[a-z]?\b)?(?:{TURN}\d{{1,4}}[a-z]?(?!\w))?"
FLOOR = (
    r"(?:parter\w*|pierwsz\w+|drugi\w+|trzeci\w+|czwart\w+|piąt\w+|szóst\w+|siódm\w+|ósm\w+|dziewiąt\w+"
    r"|dziesiąt\w+|ostatni\w+|\d{1,2}\.?|[ivx]{1,4}) (?:piętr\w+|p\b\.?)"
)
INSIDE = (
    r"(?:mieszkani[aeu]|mieszk|miesz|m|lokal[ue]?|lok|klatk[aię]|klatce|kl|piętr[oa]|p|blok\w?|bl|wejści[ea]|wej"
    r"|segment|budynek|bud|oficyna|brama|domofon|kod domofonu|numer|nr|apartament|ap|pokój|pok|pawilon|box|boks)"
)
SMALL = "jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć|jedenaście|dwanaście"
REST = (
    rf"(?:,? ?\(?{INSIDE}(?:\.? ?(?:nr\.? |numer )?\d{{1,4}}[a-z]?|(?:\. ?| )(?:[ivx]+|[a-z]\d?|{SMALL}))\b#?"
    rf"|,? ?\(?(?:na )?{FLOOR}){{0,4}}(?:(?:[, \-]{{1,3}}|,? ?\n)(?:kod:? )?\d{{2}}-\d{{3}}\b)?"
)
LINKS = frozenset(
    {"i", "w", "na", "pod", "nad", "z", "do", "od", "za", "św", "ks", "gen", "płk", "kard", "bł", "im"}
    | {"doktora", "profesora", "księdza", "biskupa", "dwa", "trzy"}
)  # fmt: skip
NAMES = frozenset(
    {"maja", "stycznia", "lutego", "marca", "kwietnia", "czerwca", "lipca", "sierpnia", "września"}
    | {"października", "listopada", "grudnia", "polska", "polski", "polskiego", "polskiej"}
    | {"polskie", "młodych", "nowa", "nowy", "nowej"}
)
NAME = rf"{UP}[\w\-]*\.?(?: (?:i |nad |pod |\d{{1,2}} )?{UP}[\w\-]+\.?){{0,3}}"
NUMBER = rf"(?:(?i:nr|numer)\.? )?(?i:{DIGITS}{REST})(?![\d%]|[.,:]\d)"
HOME = (
    r"\b(?=[adkmpswzADKMPSWZ])(?i:adres\w*|mieszka\w*|zamieszk\w*|zam\.|zameld\w*|dostaw\w*|dostarcz\w*|wys[łly]\w+|przys[łl]\w+"
    r"|siedzib\w*|korespondencj\w*|przyjech\w*|dojech\w*|przywi\w+|dowi\w+)"
)
NEAR = rf"\b(?i:na|przy|pod|spod|z|ze|do|obok|koło|wieś|wsi|kolonia|ulic\w+|ul)\.? (?P<place>{NAME},? {NUMBER})"
AT_HOME = rf"{HOME}[^.!?\n\d]{{0,28}}?[ :(](?P<place>{NAME},? {NUMBER})"
# With a flat, before a town or a postcode, or an adjective that only streets end on.
WITH_FLAT = rf"(?<![\w.])(?P<place>{NAME} (?=\d{{1,3}}[a-zA-Z]?(?: ?/ ?\d|,? (?i:m|lok|kl|mieszk\w*|klatk\w)\b)){NUMBER})"
BEFORE_TOWN = rf"(?:^|[,:(\n] ?)(?P<place>{NAME} (?=\d{{1,3}}[a-zA-Z]?,? ?\n?(?:\d\d-\d{{3}}|{UP}\w+)){NUMBER})"
ADJECTIVE = (
    rf"\b(?P<place>(?:{UP}\w+ )?{UP}\w+(?:owa|ska|cka|ska|owej|skiej|ckiej|skiego|ckiego) {NUMBER})"
)
BEFORE = (
    rf"\b(?P<place>(?i:numerem|numer|nr) \d{{1,4}}[a-z]? (?:na|przy) (?:ul(?:icy|\.)? )?{NAME})"
)
STREETS = tuple(map(re.compile, (NEAR, AT_HOME, WITH_FLAT, BEFORE_TOWN, ADJECTIVE, BEFORE)))
# In small letters.
SLASHED = rf"\b(?:na|przy|z|pod|do|adres\w*:?) (?P<place>{WORDS}{{4,}}(?: {WORDS}{{3,}})?,? \d{{1,3}}[a-z]?/\d{{1,4}})\b(?!/)"
ENDING = rf"\b(?:na|przy|z|spod) (?P<place>(?:{WORDS}{{3,}} )?{WORDS}{{2,}}(?:skiej|ckiej|skiego|ckiego|owej) {DIGITS}{REST})"
LIVES = (
    rf"{HOME}[^.!?\n\d]{{0,20}}?\b(?:na|przy|pod|adres\w*:?) "
    rf"(?P<place>{WORDS}{{4,}}(?: {WORDS}{{3,}}){{0,2}},? (?:nr |numer )?%s)"
)
NAMED = (
    rf"\b(?:adres\w*)[^.!?\n\d]{{0,34}}?[ :](?P<place>{WORDS}{{2,}}"
    rf"(?:ow[aąe]|sk[aąi]|ck[aąi]|n[aąe]|sta|ła|owej|skiej|ckiej|nej|skiego|ckiego|nego|ów) {DIGITS}{REST})"
)
UNIT = (
    r"\b(?P<place>(?:mieszkani[aeu]|lokal[ue]?|blok\w?|klatk[aię]|domu?) (?:nr|numer)\.? ?\d{1,4}[a-z]?"
    r"|(?<=pod )(?:nr|numerem)\.? ?\d{1,2}[a-z]?)\b(?![ \-]?\d)"
)
BLOCK = rf"\b(?P<place>blok\w?,? \d{{1,3}}[a-z]?,? ?(?:/ ?\d|{INSIDE}\.? ?\d){REST})"
BOX = r"\b(?P<place>skr(?:ytka|\.)? ?(?:poczt(?:owa|\.)?)? ?(?:nr )?\d{1,5})\b"
# So many letters a case may add to the name of a brand.
LONGEST_CASE = 3
# "Daję 10/10" is no street.
VERBS = ("ę", "łem", "łam", "am", "em", "ć")
NUMBERED = frozenset({"nr", "numer", "numerem"})
ALWAYS_OPEN = frozenset({"24/7", "7/24", "24/24"})


@cache
def _said() -> str:
    listed = (word for word, value in numerals("pl").items() if value.isdigit())
    said = "|".join(sorted(listed, key=len, reverse=True))
    return rf"(?:{said})\b(?: (?:{said})\b){{0,2}}(?: (?:łamane )?(?:przez|na) (?:{said})\b)?"


@cache
def _form() -> Form:
    number = re.compile(
        r"(?:[, ]{1,2}|,? ?\n)(?:(?:nr|numer|numerem|pod numerem|pod)\.? )?"
        rf"(?P<number>{DIGITS}|{_said()})(?!\d|[.,]\d| ?(?:zł\b)){REST}"
    )
    return Form(number, LINKS, NAMES)


@cache
def _small() -> tuple[re.Pattern[str], ...]:
    return tuple(
        map(re.compile, (SLASHED, ENDING, NAMED, LIVES % (DIGITS + REST), UNIT, BLOCK, BOX))
    )


@cache
def _spoken() -> re.Pattern[str]:
    return re.compile(LIVES % (_said() + REST))


def polish(story: Story) -> Iterator[Found]:
    for start, index in streets(story):
        end = number_end(story, index, _form())
        if end is not None:
            yield Found(start, end, "address")
    for patterns, text in ((STREETS, story.text), (_small(), story.low)):
        for pattern in patterns:
            for match in story.matches(pattern, text, far=True):
                if _is_address(story, match["place"].lower(), match.start("place")):
                    yield Found(*match.span("place"), "address")
    if not story.places.keys().isdisjoint(numerals("pl")):
        for match in _spoken().finditer(story.low):
            if _is_address(story, match["place"], match.start("place")):
                yield Found(*match.span("place"), "address")


def _is_address(story: Story, place: str, start: int) -> bool:
    """No "Windowsa 11", "24/7", "na infolinii 45 minut"."""
    digit = re.search(r"\d", place)
    if digit and (start + digit.start() in story.ordinary or place[digit.start() :] in ALWAYS_OPEN):
        return False
    words = WORD.findall(place[: digit.start() if digit else None])
    phrases = story.vocabulary.phrases
    counted, patrons = phrases["not_streets"], phrases["patrons"]
    if (
        not words
        or (words[0] in story.vocabulary.names.function and words[0] not in NUMBERED)
        or any(word in counted for word in words)
    ):
        return False
    if words[0].endswith(VERBS) and words[0] not in NUMBERED:
        return False
    return not any(word not in patrons and _brand(word) for word in words)


def _brand(word: str) -> bool:
    companies = everywhere("companies")
    stems = (word[: len(word) - cut] for cut in range(LONGEST_CASE))
    return any(() in companies.get(stem, ()) for stem in stems if len(stem) > LONGEST_CASE)
