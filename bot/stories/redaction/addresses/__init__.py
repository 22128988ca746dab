"""Postal addresses: a street with its number in each language's form, and postcodes."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from bot.stories.redaction.addresses.english import english
from bot.stories.redaction.addresses.italian import italian
from bot.stories.redaction.addresses.polish import polish
from bot.stories.redaction.addresses.postcodes import postcodes
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

STREETS: Mapping[str, Callable[[Story], Iterator[Found]]] = {
    "en": english,
    "it": italian,
    "pl": polish,
}
BETWEEN = frozenset({", ", " ", ",", " - ", "\n", ",\n"})


def find_addresses(story: Story) -> Iterator[Found]:
    """Streets and postcodes; those with a comma between them are one address."""
    spans = sorted([*STREETS[story.language](story), *postcodes(story)])
    for first, second in pairwise(spans):
        if story.text[first.end : second.start] in BETWEEN:
            yield Found(first.start, second.end, "address")
    yield from spans
