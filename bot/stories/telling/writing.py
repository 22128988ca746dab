"""The text itself: written in as many messages as it takes, changed until it is right."""

from telegram import Message

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.shown import clean
from bot.stories.telling.drafts import Draft, Part
from bot.stories.telling.notices import notice
from bot.stories.telling.pages import shown
from bot.stories.telling.parts import (
    MOST_PARTS,
    excess,
    holds,
    with_edit,
    with_part,
    without_last,
    without_text,
)
from bot.stories.telling.steps import Move, previous, step_at


def screen(visit: Visit, draft: Draft, question: str) -> Screen:
    """`question` is the one that is answered."""
    language = visit.language
    count = len(draft.text)
    text = language.page(
        "telling_text",
        kind=draft.kind,
        number=draft.about,
        question=shown(question),
        count=language.number(count),
        shortest=language.number(draft.shortest),
        longest=language.number(draft.longest),
        lacking=language.number(max(0, draft.shortest - count)),
        is_begun=bool(draft.parts),
        is_enough=draft.is_long_enough,
    )
    return Screen(text, (*_changes(visit, draft), *_way(visit, draft)))


def anew_screen(visit: Visit, _: Draft, __: str) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("Yes, write it anew"), "story:anew:yes"),),
        (Button(say("No, keep it"), "story:go:text"),),
    )
    return Screen(visit.language.page("telling_anew"), rows)


def typed(visit: Visit, draft: Draft) -> Move:
    """One more message of the text, or a kind word about why it was not taken."""
    message = visit.update.message if visit.update else None
    text = clean(visit.text)
    over = excess(draft, text)
    if message is None or not text:
        return Move(draft, "text", notice=notice(visit, "empty"))
    if over:
        return Move(draft, "text", notice=_too_long(visit, draft, over))
    if len(draft.parts) >= MOST_PARTS:
        return Move(draft, "text", notice=notice(visit, "many_parts", most=MOST_PARTS))
    return Move(with_part(draft, Part(message.message_id, text)), "text")


def edited(visit: Visit, draft: Draft, message: Message) -> Move | None:
    """The part of that message with its new words; None when it is of no part."""
    if not holds(draft, message.message_id):
        return None
    text = clean(visit.written)
    over = excess(draft, text, message.message_id)
    if not text or over:
        told = _too_long(visit, draft, over) if over else notice(visit, "empty")
        return Move(draft, "text", notice=told)
    after = with_edit(draft, message.message_id, text)
    return Move(after, "text", notice=notice(visit, "replaced"))


def drop(visit: Visit, draft: Draft, _: str) -> Move | None:
    if not draft.parts:
        return None
    return Move(without_last(draft), "text", notice=notice(visit, "dropped"))


def begin_anew(visit: Visit, draft: Draft, value: str) -> Move | None:
    """`anew` asks, `anew:yes` does it where it was asked."""
    if not draft.parts:
        return None
    if value != "yes":
        return Move(draft, "anew")
    return Move(without_text(draft), "text") if step_at(visit.person.place) == "anew" else None


def _too_long(visit: Visit, draft: Draft, over: int) -> str:
    return notice(visit, "long_text", over=over, most=draft.longest)


def _changes(visit: Visit, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    say = visit.language.say
    if not draft.parts:
        return ()
    drop_ = Button(say("↩︎ Take the last message away"), "story:drop")
    return ((drop_,), (Button(say("🔄 Write it anew"), "story:anew"),))


def _way(visit: Visit, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    say = visit.language.say
    back = say("‹ Overview") if draft.parts else say("‹ Back")
    way = [Button(back, f"story:go:{previous(draft, 'text')}")]
    if not draft.parts and not draft.is_story:
        way = [Button(say("Rather not"), "story:throw:yes")]
    if draft.is_long_enough:
        way.append(Button(say("Go on ›"), "story:go:masks"))
    return (tuple(way),)
