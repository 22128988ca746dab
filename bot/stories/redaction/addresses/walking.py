"""From a word such as "via" or "ulica" over the name of the street to its number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.stories.redaction.story import Story

# Words of a street's name at most.
LONGEST = 7
GAPS = frozenset({"° ", " ", ". ", ".", "'", "-", " '", "' ", ' "', '" '})
# Before "via" or "pl" these make it a part of another word.
INSIDE = frozenset(".@-_/")


@dataclass(frozen=True)
class Form:
    """How a language writes its streets.

    `number` matches from the end of the street's name on; of the words that seldom are names,
    `links` may stand in a street's name but not end it, and `names` may end it too.
    """

    number: re.Pattern[str]
    links: frozenset[str]
    names: frozenset[str]


def streets(story: Story) -> Iterator[tuple[int, int]]:
    """Each word or two such as "via": its first place in the text, and the next word's index.

    Those that are words of every day ("campo", "park") only before a capital.
    """
    for section in ("streets", "streets_before_capital"):
        for phrase in story.phrases(section):
            start = story.words[phrase.first].start
            outside = story.text[start - 1 : start] not in INSIDE
            if outside and (section == "streets" or _capital_follows(story, phrase.last)):
                yield start, phrase.last


def _capital_follows(story: Story, index: int) -> bool:
    following = story.words[index : index + 2]
    return any(word.text[0].isupper() for word in following)


def number_end(story: Story, index: int, form: Form) -> int | None:
    """Where the house number ends that follows the street's name from word `index` on."""
    for at in range(index, min(index + LONGEST, len(story.words))):
        gap = story.gap(at - 1)
        if at > index and story.words[at - 1].low not in form.links:
            match = form.number.match(story.low, story.words[at - 1].end)
            # "Via XXV Aprile 7" holds no date.
            dated = at > index + 1 and story.words[at - 1].low in form.names
            if match and (dated or match.start("number") not in story.ordinary):
                return match.end()
        if gap not in GAPS or not _names_street(story, at, form, first=at == index):
            return None
    return None


def _names_street(story: Story, index: int, form: Form, *, first: bool) -> bool:
    word = story.words[index]
    if word.text[0].isdigit():
        following = story.words[index + 1 : index + 2]
        return (
            first and story.gap(index) in GAPS and any(one.text[0].isalpha() for one in following)
        )
    if word.text[0].isupper() or word.low in form.links or word.low in form.names:
        return True
    return word.low not in story.vocabulary.names.function
