"""Polish streets: "ul. Lipowa 14/3", "na Rejtana 3/1", "aleja Niepodległości sto dwanaście"."""

import re
from collections.abc import Iterator

from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
STREET = re.compile(
    rf"[. ]{{1,2}}(?:{NAME} |\d{{1,2}} (?=[a-ząćęłńóśźż])|\d{{1,2}}-?go ){{0,4}}?{NAME}"
    r",? (?:nr )?\d{1,4}(?:[a-z]\b| [a-z]\b(?!\.? ?\d))?(?: ?/ ?\d{1,4}[a-z]?)?(?!\d|[.,]\d| ?(?:zł|min|godz))"
    r"(?:,? ?(?:m|lok|mieszkania|mieszkanie|klatka|kl|piętro|p|bl|blok)\.? ?(?:\d{1,4}|[ivx]+|[a-z]\d?)\b){0,3}"
    r"(?:,? ?\d{2}-\d{3}\b)?"
)
BARE = re.compile(
    r"\b(?:[nN]a|[pP]rzy|[zZ]|[pP]od|[wW]ieś|[wW]si|[kK]olonia|[dD]o|[uU]licy|[aA]dres\w*:?|[mM]ieszka\w*:?|[zZ]amieszkał\w+) "
    r"(?P<place>(?:[A-ZŻŹĆŁŚÓ]\w+|(?:\w{3,} )?\w{3,}(?:skiego|ckiego|skiej|ckiej|owskiego))(?: \w{3,}){0,2}?"
    r",? \d{1,4}[a-zA-Z]?(?: ?/ ?\d{1,4}|,? (?:m|lok|mieszkania|mieszkanie)\.? ?\d{1,4})?)\b"
    r"(?!\.\d|[ .](?:stycz|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)| ?(?:zł|min|godz|%))"
)
SLASHED = re.compile(
    r"\b(?:na|przy|z|pod|do|adres\w*:?) (?P<place>\w{4,}(?: \w{3,})?,? \d{1,3}[a-z]?/\d{1,4})\b(?!/)"
)
SAID = re.compile(
    rf"[. ]{{1,2}}(?P<name>(?:{NAME} ){{1,3}}?)(?P<number>[a-ząćęłńóśźż]{{3,16}})(?: (?P<more>[a-ząćęłńóśźż]{{3,16}}))?\b"
)
REACH = 130
# Before "pl" these make it the end of a mail address.
INSIDE = frozenset(".@-_/")


def polish(story: Story) -> Iterator[Found]:
    for phrase in story.phrases("streets"):
        start, end = story.words[phrase.first].start, story.words[phrase.last - 1].end
        if story.text[start - 1 : start] in INSIDE:
            continue
        match = STREET.match(story.low, end, end + REACH)
        if match and "\n" not in match[0]:
            yield Found(start, match.end(), "address")
        else:
            yield from _said(story, start, end)
    for pattern, text in ((BARE, story.text), (SLASHED, story.low)):
        for match in story.matches(pattern, text, far=True):
            if match.end() - 1 not in story.ordinary:
                yield Found(*match.span("place"), "address")


def _said(story: Story, start: int, end: int) -> Iterator[Found]:
    said, words = SAID.match(story.low, end, end + REACH), numerals("pl")
    if said and words.get(said["number"], "x").isdigit():
        both = said["more"] and words.get(said["more"], "x").isdigit()
        yield Found(start, said.end() if both else said.end("number"), "address")
