"""The last screen before sending: who could know what, and the receipt."""

from collections.abc import Callable, Mapping

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.keys import Keys, new_receipt, spaced
from bot.stories.places import story_place
from bot.stories.telling.drafts import ANSWER, Draft


def screen(visit: Visit, draft: Draft, keys: Keys) -> Screen:
    """With new digits each time: they are kept nowhere but on the screen and in its button."""
    if draft.kind == ANSWER:
        return _answer_screen(visit)
    say = visit.language.say
    digits = new_receipt()
    proof = keys.proof(digits, visit.person.chat_id)
    rows = (
        (Button(say("📋 Copy the receipt"), copy=spaced(digits)),),
        (Button(say("✅ Send"), f"story:send:{digits}:{proof}"),),
        (Button(say("Not yet"), "story:go:overview"),),
    )
    text = visit.language.page("telling_confirm", receipt=spaced(digits))
    return Screen(text, rows)


def sent_screen(visit: Visit, digits: str = "", kind: str = "", about: int | None = None) -> Screen:
    """Without digits it points to the message that holds them: they are known nowhere else.

    `about` is the story to which it leads back.
    """
    say = visit.language.say
    copy = (Button(say("📋 Copy the receipt"), copy=spaced(digits)),)
    rows = (
        *((copy,) if digits else ()),
        (Button(say("🧹 Delete what I wrote from this chat"), "story:clean"),),
        (Button(say("🔔 Remind me in 3 days"), "receipt:remind"),),
        (*_back(visit, about, f"story:leave:{about}"), Button(say("Menu"), "story:leave")),
    )
    text = visit.language.page("telling_sent", kind=kind, receipt=spaced(digits))
    return Screen(text, rows)


def answered_screen(visit: Visit) -> Screen:
    return _after(visit, "telling_answered")


def gone_screen(visit: Visit, about: int | None = None) -> Screen:
    return _after(visit, "telling_gone", about)


def cleaned_screen(visit: Visit, *, known: bool) -> Screen:
    say = visit.language.say
    rows = ((Button(say("‹ Back"), "here"), Button(say("Menu"), "menu")),)
    return Screen(visit.language.page("telling_cleaned", known=known), rows)


def expired_screen(visit: Visit) -> Screen:
    say = visit.language.say
    rows = ((Button(say("✍️ Tell a story"), "story:new:story"),), (Button(say("Menu"), "menu"),))
    return Screen(visit.language.page("telling_expired"), rows)


def _after(visit: Visit, page: str, about: int | None = None) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("🧹 Delete what I wrote from this chat"), "story:clean"),),
        (*_back(visit, about, story_place(about or 0)), Button(say("Menu"), "menu")),
    )
    return Screen(visit.language.page(page), rows)


def _back(visit: Visit, about: int | None, data: str) -> tuple[Button, ...]:
    """To the story, where it was written on one."""
    return (Button(visit.language.say("‹ Story #%(number)s", number=about), data),) if about else ()


def _answer_screen(visit: Visit) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("✅ Send"), "story:deliver"),),
        (Button(say("Not yet"), "story:go:overview"),),
    )
    return Screen(visit.language.page("telling_confirm_answer"), rows)


# What a place shows after the draft is gone, without anything it said.
AFTER: Mapping[str, Callable[[Visit], Screen]] = {
    "sent": sent_screen,
    "answered": answered_screen,
    "gone": gone_screen,
}
