"""What will be seen and what the author wrote: after and before the masking."""

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.telling.drafts import Draft
from bot.stories.telling.masking import body_of, chosen, counts, found_in
from bot.stories.telling.pages import page_of, pages, shown, turning
from bot.stories.telling.steps import Move, missing
from bot.stories.words import MASKED


def screen(visit: Visit, draft: Draft, argument: str) -> Screen:
    """The text as moderators will see it, and below it what was masked."""
    language = visit.language
    found = found_in(visit, draft.text)
    counted = counts(chosen(draft.text, found, draft))
    sheets = pages(body_of(visit, draft).text)
    index = page_of(len(sheets), argument)
    text = language.page(
        "telling_masks",
        text=shown(sheets[index], counted, language.code),
        masked=[
            (language.say(MASKED[kind]), language.number(count))
            for kind, count in counted.most_common()
        ],
        has_more=len(sheets) > 1,
    )
    doubtful = any(not one.certain for one in found)
    rows = (*turning("masks", index, len(sheets)), *_changes(visit, doubtful), *_way(visit))
    return Screen(text, rows)


def before_screen(visit: Visit, draft: Draft, argument: str) -> Screen:
    say = visit.language.say
    sheets = pages(draft.text)
    index = page_of(len(sheets), argument)
    text = visit.language.page("telling_before", text=shown(sheets[index]))
    rows = (
        *turning("before", index, len(sheets)),
        (Button(say("‹ Show what others see"), "story:go:masks"),),
        (Button(say("✏️ Change the text"), "story:go:text"),),
    )
    return Screen(text, rows)


def agree(_: Visit, draft: Draft, __: str) -> Move:
    """The only way to the confirming screen; what is missing is asked for first."""
    return Move(draft, missing(draft) or "confirm")


def _changes(visit: Visit, doubtful: bool) -> tuple[tuple[Button, ...], ...]:
    say = visit.language.say
    rows = [(Button(say("➕ Mask more"), "story:go:words"),)]
    if doubtful:
        rows.append((Button(say("That is no personal data"), "story:go:alarms"),))
    return (*rows, (Button(say("👁 Show what I wrote"), "story:go:before"),))


def _way(visit: Visit) -> tuple[tuple[Button, ...], ...]:
    say = visit.language.say
    return (
        (Button(say("✏️ Change the text"), "story:go:text"),),
        (
            Button(say("‹ Overview"), "story:go:overview"),
            Button(say("Go on ›"), "story:agree"),
        ),
    )
