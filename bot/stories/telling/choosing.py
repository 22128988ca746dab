"""Mask more: the words of the text, numbered; a tap or a typed number masks one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.model import OWN_SIGN
from bot.stories.redaction import Found
from bot.stories.telling.drafts import Draft, Span
from bot.stories.telling.masking import chosen, found_in, placeholder
from bot.stories.telling.notices import notice
from bot.stories.telling.numbered import small, typed_numbers, words_of
from bot.stories.telling.pages import page_of, shown, turning
from bot.stories.telling.steps import Move

A_PAGE, A_ROW = 48, 6


def screen(visit: Visit, draft: Draft, argument: str) -> Screen:
    words = words_of(draft.text)
    count = max(1, -(-len(words) // A_PAGE))
    index = page_of(count, argument)
    numbers = range(index * A_PAGE, min((index + 1) * A_PAGE, len(words)))
    held = _held(visit, draft)
    free = [number for number in numbers if _covering(words[number], held) is None]
    line = " ".join(_inline(visit, draft, words, numbers, held))
    text = visit.language.page("telling_words", text=shown(line))
    keys = [_key(draft, words[number], number) for number in free]
    rows = tuple(tuple(keys[start : start + A_ROW]) for start in range(0, len(keys), A_ROW))
    back = (Button(visit.language.say("‹ Show the result"), "story:go:masks"),)
    return Screen(text, (*rows, *turning("words", index, count), back))


def tap(visit: Visit, draft: Draft, value: str) -> Move | None:
    """Masks the word of that number, or shows it again."""
    words = words_of(draft.text)
    numbers = typed_numbers(value, len(words))
    if numbers is None or len(numbers) != 1:
        return None
    number = next(iter(numbers)) - 1
    word = words[number]
    if _covering(word, _held(visit, draft)) is not None:
        return None
    rest = tuple(span for span in draft.added if not _touch(span, word))
    added = rest if len(rest) < len(draft.added) else (*draft.added, word)
    return Move(replace(draft, added=tuple(sorted(added))), "words", _page(number))


def typed(visit: Visit, draft: Draft) -> Move:
    words = words_of(draft.text)
    numbers = typed_numbers(visit.text, len(words))
    if numbers is None:
        return Move(draft, "words", _current(visit), notice(visit, "numbers", most=len(words)))
    held = _held(visit, draft)
    more = {words[n - 1] for n in numbers if _covering(words[n - 1], held) is None}
    added = tuple(sorted({*draft.added, *more}))
    return Move(replace(draft, added=added), "words", _page(min(numbers) - 1))


def _held(visit: Visit, draft: Draft) -> tuple[Found, ...]:
    """What is masked without the author's own choice."""
    return chosen(draft.text, found_in(visit, draft.text), replace(draft, added=()))


def _inline(
    visit: Visit,
    draft: Draft,
    words: Sequence[Span],
    numbers: Iterable[int],
    held: Sequence[Found],
) -> Iterator[str]:
    """Each word after its number; what is masked already once, without one."""
    last = None
    for number in numbers:
        over = _covering(words[number], held)
        if over is None:
            sign = draft.text[slice(*words[number])] if not _is_added(draft, words[number]) else ""
            yield f"{small(number + 1)}{sign or OWN_SIGN}"
        elif over != last:
            yield placeholder(over.kind, visit.language.code)
        last = over


def _key(draft: Draft, word: Span, number: int) -> Button:
    mark = "✓" if _is_added(draft, word) else ""
    return Button(f"{mark}{number + 1}", f"story:word:{number + 1}")


def _is_added(draft: Draft, word: Span) -> bool:
    return any(_touch(span, word) for span in draft.added)


def _covering(word: Span, held: Iterable[Found]) -> Found | None:
    return next((one for one in held if _touch((one.start, one.end), word)), None)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _page(index: int) -> str:
    return str(index // A_PAGE + 1)


def _current(visit: Visit) -> str:
    return visit.person.place.removeprefix("story:words").lstrip(":")
