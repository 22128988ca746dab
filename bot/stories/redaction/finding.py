"""All rules over one story, again and again until they find nothing new.

The second look sees what the published text will show, so masking a masked text changes nothing.
"""

from bot.stories.redaction.finders import IN_NUMBERS, IN_TEXT
from bot.stories.redaction.folding import Folded, fold
from bot.stories.redaction.numbers import runs
from bot.stories.redaction.spans import Found, merged
from bot.stories.redaction.story import read_story

LOOKS = 8


def find(text: str, language: str) -> tuple[Found, ...]:
    """Personal data in a story of a language (en, it, pl): sorted, never overlapping."""
    folded = fold(text)
    found: list[Found] = []
    for _ in range(LOOKS):
        fresh = _look(folded, language)
        if not fresh:
            break
        found += (
            Found(*folded.original(span.start, span.end), span.kind, span.certain) for span in fresh
        )
        folded = folded.replaced([(span.start, span.end) for span in fresh])
    return tuple(sorted(found))


def _look(folded: Folded, language: str) -> tuple[Found, ...]:
    story = read_story(folded.text, folded.low, language)
    numbers = runs(story)
    spans = [span for finder in IN_TEXT for span in finder(story)]
    spans += (span for finder in IN_NUMBERS for span in finder(story, numbers))
    return merged(_aligned(folded, span) for span in spans)


def _aligned(folded: Folded, span: Found) -> Found:
    """Never half of one original character, which may have folded into several."""
    start, end = span.start, span.end
    while start and folded.starts[start - 1] == folded.starts[start]:
        start -= 1
    while end < len(folded.ends) and folded.ends[end] == folded.ends[end - 1]:
        end += 1
    return Found(start, end, span.kind, span.certain)
