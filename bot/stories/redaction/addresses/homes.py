"""English streets without a number, and numbers without a street, where somebody lives.

"I live on SE 34th Ave", "i live on mill lane", "we're at number 17", "flat 3".
"""

import re
from collections.abc import Iterator

from bot.stories.redaction.addresses.houses import SIDE, STREETS
from bot.stories.redaction.addresses.named_houses import named_houses, names_house
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story, Word

# Somebody's house, though no word such as "street" follows the number.
AT_NUMBER = re.compile(
    r"(?: is|:| was|,)?(?: it| them| me|'?m|'?re|'s| am| are)? (?:(?:at|to|from|is) )?"
    r"(?P<place>(?:(?i:number|no\.?) )?\d{1,4}[a-zA-Z]? (?:[A-Z][a-z'\-]{2,})(?: [A-Z][a-z'\-]+){0,2})"
)
ON_STREET = re.compile(
    rf"[^.!?\n\d]{{0,20}}? (?:on|in|at|to|of|is) (?P<place>(?:{SIDE.upper()}\.? )?"
    rf"(?:(?:[A-Z][\w']+|\d{{1,3}}(?:st|nd|rd|th)) ){{1,3}}(?:{STREETS.title()}))\b"
)
IN_SMALL = re.compile(
    r" (?:up |down |over |round )?(?:on|in|at|to|is) (?P<place>(?:the )?(?P<names>(?:[a-z']{3,},? ){1,4}?)"
    r"(?:street|st|road|rd|avenue|ave|lane|drive|close|court|crescent|grove|terrace|gardens|boulevard|mews))\b"
)
AT_HOUSE = re.compile(
    r"[^.!?\n\d]{0,30}? ?\b(?:at|to|from|with|is|in|m) (?P<place>(?:number|no\.?|house|flat|apartment|apt\.?|unit) ?#?\d{1,4}[a-z]?(?: (?:and|or) (?:number |no\.? ?)?\d{1,4}[a-z]?)?)\b"
    r"(?! (?:in the|on the|in line|of|out|in a|th|st|nd|rd|\w+ queue)\b)"
)
CALLED = re.compile(
    r"(?: at| is|'s|:)?(?: called| named)?,? [\"']?(?P<place>(?:[A-Z][\w']{2,} ){0,2}[A-Z][\w']{3,})\b"
)
LIVED = frozenset(
    {"live at", "lives at", "lived at", "living at", "address is", "cottage called", "house called"}
)
FLAT = re.compile(
    r"\b(?P<place>(?:flat|apt|apartment)\.? ?#?\d{1,4}[a-z]?)\b(?! (?:screen|rate|fee|pack)|%)"
)
PRONOUNS = frozenset({"i", "im", "we", "is", "he", "she", "they", "it"})
REACH = 90


def homes(story: Story) -> Iterator[Found]:
    yield from named_houses(story)
    for word in story.places.keys() & story.vocabulary.phrases["home_words"].keys():
        for index in story.places[word]:
            yield from _at_number(story, story.words[index])
            if word not in PRONOUNS:
                yield from _on_street(story, story.words[index])
                yield from _called(story, index)
    for match in story.matches(FLAT, story.low):
        yield Found(*match.span("place"), "address")


def _at_number(story: Story, word: Word) -> Iterator[Found]:
    """As in "moved to 9 Thornbury", "the lady at number 17"."""
    span, names = (word.end, word.end + REACH), story.vocabulary.names
    number = AT_NUMBER.match(story.text, *span)
    leads = number and word.low in story.vocabulary.phrases["home_numbers"]
    if number and leads and number.end() - 1 not in story.ordinary:
        counted = number["place"].split(" ")[-1].lower() in names.function
        if not counted:
            yield Found(*number.span("place"), "address")
    house = AT_HOUSE.match(story.low, *span)
    if house and house.end() - 1 not in story.ordinary:
        yield Found(*house.span("place"), "address")


def _on_street(story: Story, word: Word) -> Iterator[Found]:
    street = ON_STREET.match(story.text, word.end, word.end + REACH)
    if street:
        yield Found(*street.span("place"), "address")
    small = IN_SMALL.match(story.low, word.end, word.end + REACH)
    if small and _names_street(story, small["names"]):
        yield Found(*small.span("place"), "address")


def _called(story: Story, index: int) -> Iterator[Found]:
    """As in "live at Tigh na Mara", "a cottage called Greystones"."""
    word, following = story.words[index], story.words[index + 1 : index + 2]
    if following and f"{word.low} {following[0].low}" in LIVED:
        called = CALLED.match(story.text, word.end, word.end + REACH)
        if called and names_house(story, called["place"]):
            yield Found(*called.span("place"), "address")


def _names_street(story: Story, names: str) -> bool:
    words = names.replace(",", "").split()
    usual = story.vocabulary.names.function.intersection(words) - {"back", "old", "last"}
    return not usual and words[-1] not in story.vocabulary.phrases["plain_streets"]
