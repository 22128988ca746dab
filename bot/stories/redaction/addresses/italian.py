"""Italian streets: "via dei Mille 47/B, 38122", "al 12 di via Manzoni", "viale Po ventidue"."""

import re
from collections.abc import Iterator

from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NAME = r"[^\W\d_][\w'.\-]*"
NUMBER = (
    r"(?:,? ?(?:al |a l )?(?:civico |numero civico )?(?:n|nr|num|numero|civico|civ|n°|no|il|il civico)?[.°: ]{0,2}"
    r"\d{1,4}(?:(?: ?(?:/|-|barra) ?| )?(?:[a-z]|bis|ter)\b|[/\-]\d{1,3})?"
    r"|,? (?:al )?(?:numero|civico|al|n\.) [a-z]{3,20}|,? (?:s\.?n\.?c\.?|senza numero)\b|,? km\.? ?\d+[.,]?\d*)"
)
REST = (
    r"(?:,? (?:int(?:erno)?|scala|sc|piano|p|palazzina|pal|edificio|appartamento|app|lotto|isolato)\.? ?"
    r"(?:\w{1,3}|terra|rialzato|primo|secondo|terzo|quarto|quinto)\b"
    r"|,? (?:primo|secondo|terzo|quarto|quinto|sesto|settimo|ultimo|\d[°o]) piano){0,4}"
    r"(?:[, \-]{1,3}(?:cap:? )?\d{5}\b)?"
)
STREET = re.compile(
    rf"[. ]{{1,2}}(?:{NAME} |\d{{1,2}} (?=[a-z])|[ivx]+ ){{0,5}}?{NAME}{NUMBER}"
    rf"(?!\d|[.,]\d| ?(?:€|euro|minuti|ore|giorni|volte)){REST}"
)
SAID = re.compile(rf"[. ]{{1,2}}(?P<name>(?:{NAME} ){{1,3}})(?P<number>[a-z]{{3,16}})\b{REST}")
NUMBER_BEFORE = re.compile(r"\b(?:al|il|dal|numero|civico|n\.) ?\d{1,4}(?:/?[a-z])? (?:di|in) $")
CAPITALS = re.compile(r" (?:(?:d[a-z']{1,4} ?)?[A-ZÀ-Ù][\w'.]+ ?){1,4}(?<! )")
HOME = re.compile(r"\b(?:abit\w+|viv\w+|resident\w*|risied\w+|domicilia\w*|casa) (?:in |a |di )?$")
IN_STREET = re.compile(r"\b(?:in|di|a|da) $")
LOOK_BACK, REACH = 24, 130
# Before "via" these make it a part of another word.
INSIDE = frozenset(".@-_/")


def italian(story: Story) -> Iterator[Found]:
    for phrase in story.phrases("streets"):
        start, end = story.words[phrase.first].start, story.words[phrase.last - 1].end
        if story.text[start - 1 : start] in INSIDE:
            continue
        match = STREET.match(story.low, end, end + REACH)
        if match and "\n" not in match[0]:
            yield Found(start, match.end(), "address")
        else:
            yield from _otherwise(story, start, end)


def _otherwise(story: Story, start: int, end: int) -> Iterator[Found]:
    """A street with its number in words, before it, or without one where somebody lives."""
    said = SAID.match(story.low, end, end + REACH)
    if said and numerals("it").get(said["number"], "x").isdigit():
        yield Found(start, said.end(), "address")
    name, since = CAPITALS.match(story.text, end), max(0, start - LOOK_BACK)
    before = NUMBER_BEFORE.search(story.low, since, start)
    if name and before:
        yield Found(before.start(), name.end(), "address")
    elif name and any(cue.search(story.low, since, start) for cue in (IN_STREET, HOME)):
        yield Found(start, name.end(), "address")
