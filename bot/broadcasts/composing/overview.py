"""The draft at a glance, from where every step is a press away; and throwing it away."""

from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around, notice
from bot.broadcasts.composing.choosing import described
from bot.broadcasts.composing.drafts import Draft
from bot.broadcasts.composing.timing import spoken_at
from bot.broadcasts.composing.words import version_name
from bot.chat.people import MENU
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit


def home_screen(around: Around, visit: Visit, draft: Draft, _: str) -> Screen:
    language = visit.language
    say = language.say
    text = language.page(
        "broadcast_home",
        versions=", ".join(version_name(code, language) for code in sorted(draft.contents)),
        buttons=sum(len(content.buttons) for content in draft.contents.values()),
        at=spoken_at(visit, draft),
        override=draft.override,
        is_tested=draft.is_tested,
        **described(around, visit, draft),
    )
    rows = (
        (Button(say("📝 Message"), _message(draft)), Button(say("🏷 Kind"), "bc:see:kind")),
        (Button(say("👥 Audience"), "bc:see:who"), Button(say("🕑 When"), "bc:see:when")),
        (_last(visit, draft),),
        (Button(say("🗑 Throw it away"), "bc:see:throw"), Button(say("Menu"), "menu")),
    )
    return Screen(text, rows)


def throw_screen(_: Around, visit: Visit, __: Draft, ___: str) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("Yes, throw it away"), "bc:throw:yes"),),
        (Button(say("No, keep it"), "bc:see:home"),),
    )
    return Screen(visit.language.page("broadcast_throw"), rows)


def throw_away(_: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    if value != "yes":
        return None
    store.throw_away(visit.connection, draft.id, visit.now)
    return Reply(visit.person, MENU, notice(visit, "thrown"))


def gone_screen(visit: Visit) -> Screen:
    """Where a draft was that is sent or thrown away by now."""
    say = visit.language.say
    rows = ((Button(say("Write a new one"), "bc:open"),), (Button(say("Menu"), "menu"),))
    return Screen(visit.language.page("broadcast_gone"), rows)


def _message(draft: Draft) -> str:
    return "bc:see:versions" if draft.contents else "bc:see:text:all"


def _last(visit: Visit, draft: Draft) -> Button:
    """A test first, then sending."""
    if draft.is_tested:
        return Button(visit.language.say("📣 Send …"), "bc:see:sure")
    return Button(visit.language.say("🧪 Test to myself"), "bc:test")
