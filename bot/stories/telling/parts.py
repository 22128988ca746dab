"""The messages a text is made of: added, replaced, taken away, what was masked staying masked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.stories.telling.drafts import Draft, Part, Span

MOST_PARTS = 60


def with_part(draft: Draft, part: Part) -> Draft:
    return replace(draft, parts=(*draft.parts, part))


def without_last(draft: Draft) -> Draft:
    parts = draft.parts[:-1]
    end = len("\n".join(part.text for part in parts))
    added, kept = (
        tuple(span for span in spans if span[1] <= end) for spans in (draft.added, draft.kept)
    )
    return replace(draft, parts=parts, added=added, kept=kept)


def without_text(draft: Draft) -> Draft:
    return replace(draft, parts=(), added=(), kept=())


def holds(draft: Draft, message_id: int) -> bool:
    return any(part.message_id == message_id for part in draft.parts)


def with_edit(draft: Draft, message_id: int, text: str) -> Draft:
    """The part of that message with other words; words masked by hand in it stay masked.

    Raises StopIteration when no part is of that message.
    """
    index = next(i for i, part in enumerate(draft.parts) if part.message_id == message_id)
    old = draft.parts[index].text
    start = sum(len(part.text) + 1 for part in draft.parts[:index])
    before = draft.text
    parts = (*draft.parts[:index], Part(message_id, text), *draft.parts[index + 1 :])
    gone = [span for span in draft.added if span[0] < start + len(old) and span[1] > start]
    again = _again((before[first:last] for first, last in gone), text, start)
    added = sorted({*carried(draft.added, start, len(old), len(text)), *again})
    kept = carried(draft.kept, start, len(old), len(text))
    return replace(draft, parts=parts, added=tuple(added), kept=tuple(kept))


def carried(spans: Iterable[Span], start: int, old: int, new: int) -> Iterator[Span]:
    """Spans where they stand once `old` characters from `start` on have become `new` ones.

    Those that touched the old characters are dropped.
    """
    for first, last in spans:
        if last <= start:
            yield first, last
        elif first >= start + old:
            yield first + new - old, last + new - old


def _again(words: Iterable[str], text: str, start: int) -> Iterator[Span]:
    for word in set(words):
        for match in re.finditer(rf"(?<!\S){re.escape(word)}(?!\S)", text):
            yield start + match.start(), start + match.end()


def excess(draft: Draft, text: str, replaced: int | None = None) -> int:
    """By how many characters the whole would be too long with one more message of that text.

    `replaced`: the id of the message it stands instead of.
    """
    others = [part.text for part in draft.parts if part.message_id != replaced]
    return max(0, sum(len(one) + 1 for one in others) + len(text) - draft.longest)
