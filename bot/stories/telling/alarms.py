"""False alarms: what was found by mistake is shown again; what a checksum proves stays masked."""

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.redaction import Found
from bot.stories.telling.drafts import Draft
from bot.stories.telling.masking import counts, found_in
from bot.stories.telling.names import one_line
from bot.stories.telling.pages import page_of, turning
from bot.stories.telling.steps import Move
from bot.stories.words import MASKED
from bot.texts.html import clipped

A_PAGE, LONGEST_LABEL = 8, 40


def screen(visit: Visit, draft: Draft, argument: str) -> Screen:
    language = visit.language
    found = found_in(visit, draft.text)
    groups = grouped(draft.text, found)
    count = max(1, -(-len(groups) // A_PAGE))
    index = page_of(count, argument)
    page = groups[index * A_PAGE : (index + 1) * A_PAGE]
    certain = counts(one for one in found if one.certain)
    text = language.page(
        "telling_alarms",
        any=bool(groups),
        certain=[
            (language.say(MASKED[kind]), language.number(number))
            for kind, number in certain.most_common()
        ],
    )
    keys = tuple((_key(draft, group),) for group in page)
    back = (Button(language.say("‹ Show the result"), "story:go:masks"),)
    return Screen(text, (*keys, *turning("alarms", index, count), back))


def toggle(visit: Visit, draft: Draft, value: str) -> Move | None:
    """The group whose first words stand at that place: shown again, or masked again."""
    groups = grouped(draft.text, found_in(visit, draft.text))
    named = [i for i, group in enumerate(groups) if str(group[0].start) == value]
    if not named:
        return None
    spans = {(one.start, one.end) for one in groups[named[0]]}
    known = set(draft.kept)
    kept = known - spans if spans <= known else known | spans
    after = replace(draft, kept=tuple(sorted(kept)))
    return Move(after, "alarms", str(named[0] // A_PAGE + 1))


def grouped(text: str, found: Sequence[Found]) -> list[list[Found]]:
    """What is not certain, the same words of the same kind together, in the order of the text."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        if not one.certain:
            groups.setdefault((one.kind, text[one.start : one.end].casefold()), []).append(one)
    return list(groups.values())


def _key(draft: Draft, group: Sequence[Found]) -> Button:
    first = group[0]
    is_shown = (first.start, first.end) in draft.kept
    words = one_line(draft.text[first.start : first.end])
    label = f"{'👁' if is_shown else '🔒'} {clipped(words, LONGEST_LABEL)}"
    times = f" × {len(group)}" if len(group) > 1 else ""
    return Button(label + times, f"story:alarm:{first.start}")
