"""All names of a story: each first word, grown to its whole, and the same word elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bot.stories.redaction.names.cues import read_cues
from bot.stories.redaction.names.english import signed
from bot.stories.redaction.names.growing import whole_name
from bot.stories.redaction.names.people import People
from bot.stories.redaction.names.polish import polish_kin
from bot.stories.redaction.names.starting import first_words
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story
from bot.stories.redaction.vocabulary import WORD

LONG_ENOUGH = 4
# No signature is longer.
LONGEST_END = 80
# A word of every day that was so many times a name is one where a sentence starts, too.
OFTEN = 2
SIGNATURE = re.compile(
    r"(?:[.!?…,\n]|--?) ?\n?((?:[^\W\d_]{2,20}[ '\-]){1,2}[^\W\d_]{2,20})\W{0,3}\Z"
)
INITIALS = re.compile(
    r"(?<![\w.])(?:[A-ZŻŹĆŁŚÓÀÈ]\. ?){1,3}"
    r"(?:(?:D[aei]|Del|Dell[ao]|Dal|Dalla|L[aeio]|Mc|Mac|O) |D')?(?P<surname>[^\W\d_]{3,})"
)


def find_names(story: Story) -> Iterator[Found]:
    people = People(story)
    spans = [whole_name(people, index) for index in first_words(people, read_cues(people))]
    spans += _initialled(people)
    spans += _signature(people)
    spans += signed(people)
    found = sorted([*(Found(start, end, "name") for start, end in spans), *_again(people, spans)])
    for first, second in pairwise(found):
        if story.text[first.end : second.start] == " ":
            yield Found(first.start, second.end, "name")
    yield from found


def _signature(people: People) -> Iterator[tuple[int, int]]:
    """Two or three capitals that end a story after a full stop: who signs it."""
    match = SIGNATURE.search(people.story.text, max(0, len(people.story.text) - LONGEST_END))
    if not match:
        return
    indices = [i for i, word in enumerate(people.story.words) if word.start >= match.start(1)]
    strange = people.companies | people.towns
    if any(polish_kin(people, i) for i in indices):
        return
    if all(people.possible(i) and people.capital(i) and i not in strange for i in indices):
        yield match.span(1)


def _initialled(people: People) -> Iterator[tuple[int, int]]:
    """As in "M. Rossi", when the word after the initial is no new sentence."""
    at_start = {word.start: index for index, word in enumerate(people.story.words)}
    for match in INITIALS.finditer(people.story.text):
        index = at_start.get(match.start("surname"))
        if index is None or not people.capital(index) or not people.possible(index):
            continue
        known = people.surname_anywhere(index)
        strange = people.ordinary(index) or index in people.towns
        if index not in people.companies and (known or not strange):
            yield match.start(), match.end()


def _again(people: People, spans: list[tuple[int, int]]) -> Iterator[Found]:
    """A word that was a name once is one wherever it is written the same."""
    known = Counter(
        word
        for start, end in set(spans)
        for word in WORD.findall(people.story.text[start:end])
        if len(word) >= LONG_ENOUGH
    )
    for index, word in enumerate(people.story.words):
        if word.text not in known or index in people.companies or not people.possible(index):
            continue
        plain = people.ordinary(index) or people.seldom(index)
        shown = not people.starts(index) or known[word.text] >= OFTEN
        if not plain or (word.text[0].isupper() and shown):
            yield Found(word.start, word.end, "name")
