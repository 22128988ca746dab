"""Polish streets: "ul. Lipowa 14/3", "na Rejtana 3/1", "aleja Niepodległości sto dwanaście"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.stories.redaction.addresses.walking import Form, number_end, streets
from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

DIGITS = r"\d{1,4}(?:[a-z]\b| [a-z]\b(?!\.? ?\d))?(?: ?(?:/|przez|łamane przez|łamane na) ?\d{1,4}[a-z]?)?"
REST = (
    r"(?:,? ?(?:m|lok|lokal|lokalu|mieszkania|mieszkanie|klatka|kl|piętro|p|bl|blok|numer|nr)\.? ?"
    r"(?:\d{1,4}|[ivx]+|[a-z]\d?|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć)\b|,? \d{1,2}\.? piętro\b){0,3}(?:(?:,? ?|,? ?\n)\d{2}-\d{3}\b)?"
)
LINKS = frozenset(
    {"i", "w", "na", "pod", "nad", "z", "do", "od", "za", "św", "ks", "gen", "płk", "kard", "bł", "im"}
    | {"doktora", "profesora", "księdza", "biskupa", "dwa", "trzy"}
)  # fmt: skip
NAMES = frozenset(
    {"maja", "stycznia", "lutego", "marca", "kwietnia", "czerwca", "lipca", "sierpnia", "września"}
    | {
        "października",
        "listopada",
        "grudnia",
        "polska",
        "polski",
        "polskiego",
        "polskiej",
        "polskie",
    }
)
BARE = re.compile(
    r"\b(?:[nN]a|[pP]rzy|[zZ]|[pP]od|[wW]ieś|[wW]si|[kK]olonia|[dD]o|[uU]licy|[aA]dres\w*:?|[mM]ieszka\w*:?|[zZ]amieszkał\w+) "
    r"(?P<place>(?:[A-ZŻŹĆŁŚÓ]\w+|(?:\w{3,} )?\w{3,}(?:skiego|ckiego|skiej|ckiej|owskiego|owej))(?: \w{3,}){0,2}?"
    r",? \d{1,4}[a-zA-Z]?(?: ?/ ?\d{1,4}|,? (?:m|lok|mieszkania|mieszkanie)\.? ?\d{1,4})?)\b"
    r"(?!\.\d|[ .](?:stycz|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)| ?(?:zł|min|godz|%))"
)
AT_HOME = re.compile(
    r"\b(?:[aA]dres\w*|[mM]ieszka\w*|[zZ]ameldowan\w*|[zZ]amieszkał\w*|[dD]ostaw\w*)(?: to| jest| brzmi|:| mój)?(?: w| we| na| przy| pod)? "
    r"(?P<place>(?:[A-ZŻŹĆŁŚÓ]\w+ ){1,3}(?:nr |numer )?\d{1,4}[a-zA-Z]?(?: ?/ ?\d{1,4}[a-z]?)?)\b(?! ?(?:zł|min|godz|%|lat))"
)
FLAT = re.compile(
    r"\b(?P<place>(?!Polska)[A-ZŻŹĆŁŚÓ]\w+(?:owa|ska|cka) \d{1,3}[a-zA-Z]?)\b(?![/.,]\d)"
    r"|\b(?P<market>[rR]yn(?:ek|ku) \d{1,3}[a-z]?/\d{1,3})\b"
    r"|\b(?P<village>(?:[A-ZŻŹĆŁŚÓ]\w+ )?[A-ZŻŹĆŁŚÓ]\w+ \d{1,4}[a-z]?, \d{2}-\d{3})\b"
    r"|\b(?P<before>(?:numerem|numer|nr) \d{1,4}[a-z]? (?:na|przy) (?:ul(?:icy|\.)? )?[A-ZŻŹĆŁŚÓ]\w+(?: [A-ZŻŹĆŁŚÓ]\w+)?)\b"
    r"|\b(?P<flat>(?:[A-ZŻŹĆŁŚÓ]\w+ )?[A-ZŻŹĆŁŚÓ]\w+(?:ska|cka|ska|owa|na|ego|iej|nej|ów|ta|wa|kiej) \d{1,3}[a-zA-Z]?/\d{1,4})\b(?!/)"
)
SLASHED = re.compile(
    r"\b(?:na|przy|z|pod|do|adres\w*:?) (?P<place>\w{4,}(?: \w{3,})?,? \d{1,3}[a-z]?/\d{1,4})\b(?!/)"
)
BOX = re.compile(r"\b(?P<place>skr(?:ytka|\.)? ?(?:poczt(?:owa|\.)?)? ?(?:nr )?\d{1,5})\b")


@cache
def _form() -> Form:
    listed = (word for word, value in numerals("pl").items() if value.isdigit())
    said = "|".join(sorted(listed, key=len, reverse=True))
    number = re.compile(
        rf"(?:[, ]{{1,2}}|,? ?\n)(?:(?:nr|numer|numerem|pod numerem|pod)\.? )?"
        rf"(?P<number>{DIGITS}|(?:{said})\b(?: (?:{said})\b){{0,2}}(?: (?:łamane )?(?:przez|na) (?:{said})\b)?)(?!\d|[.,]\d| ?(?:zł\b)){REST}"
    )
    return Form(number, LINKS, NAMES)


def polish(story: Story) -> Iterator[Found]:
    for start, index in streets(story):
        end = number_end(story, index, _form())
        if end is not None:
            yield Found(start, end, "address")
    for pattern in (BARE, AT_HOME, FLAT, SLASHED, BOX):
        text = story.low if pattern in {SLASHED, BOX} else story.text
        for match in story.matches(pattern, text, far=True):
            if match.end() - 1 not in story.ordinary:
                yield Found(*match.span(match.lastgroup or 0), "address")
