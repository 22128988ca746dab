"""Masking more: the words of a text by number, and the text without those chosen. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from bot.stories.model import OWN_SIGN, Body, Mask
from bot.stories.moderation.hints import PLACEHOLDER

# The kind of such a mask: the author's own choice is another one.
BY_MODERATORS = "moderators"
_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")

Span = tuple[int, int]


def words_of(text: str) -> list[Span]:
    """Start and end of each word, without the signs around it; placeholders are no words."""
    found: list[Span] = []
    done = 0
    for placeholder in [*PLACEHOLDER.finditer(text), None]:
        end = placeholder.start() if placeholder else len(text)
        found += [
            _bare(text, *match.span())
            for match in _WORD.finditer(text, done, end)
            if any(map(str.isalnum, match[0]))
        ]
        done = placeholder.end() if placeholder else end
    return found


def without(body: Body, numbers: Iterable[int]) -> Body:
    """The body with those words masked, each; numbers that no word has are passed over."""
    words = words_of(body.text)
    wanted = sorted({number for number in numbers if 0 <= number < len(words)})
    spans = [words[number] for number in wanted]
    text = body.text
    for start, end in reversed(spans):
        text = text[:start] + OWN_SIGN + text[end:]
    own = [
        Mask(_moved(start, spans), _moved(start, spans) + len(OWN_SIGN), BY_MODERATORS)
        for start, _ in spans
    ]
    old = [
        replace(mask, start=_moved(mask.start, spans), end=_moved(mask.end, spans))
        for mask in body.masks
    ]
    return replace(body, text=text, masks=tuple(sorted([*old, *own], key=lambda mask: mask.start)))


def text_digest(text: str) -> str:
    """Eight letters that tell whether numbers of words still count in the same text."""
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _moved(place: int, spans: Iterable[Span]) -> int:
    """Where a place stands when the spans before it have become signs."""
    return place + sum(len(OWN_SIGN) - (end - start) for start, end in spans if end <= place)


def _bare(text: str, start: int, end: int) -> Span:
    word = text[start:end]
    left = _EDGES.match(word)
    first = left.end() if left else 0
    right = _EDGES.search(word, first)
    last = right.start() if right else len(word)
    return start + first, start + last
