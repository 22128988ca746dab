"""A text with its personal data replaced."""

from collections.abc import Iterable

from bot.stories.redaction.labels import label
from bot.stories.redaction.spans import Found, merged


def masked(text: str, found: Iterable[Found], language: str) -> str:
    """Each span replaced by its label in the story's language, such as `[telefono]`."""
    pieces, done = list[str](), 0
    for span in merged(found):
        pieces += [text[done : span.start], label(span.kind, language)]
        done = span.end
    return "".join([*pieces, text[done:]])
