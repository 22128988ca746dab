"""The test, the confirming screen and the press that sends: good once, for one revision."""

from bot.broadcasts import store as broadcast_store
from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around, notice
from bot.broadcasts.composing.choosing import described
from bot.broadcasts.composing.drafts import Draft, number_of, place_of
from bot.broadcasts.composing.reach import reach
from bot.broadcasts.composing.times import spoken_time
from bot.broadcasts.composing.timing import spoken_at
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.texts.language import LANGUAGES


def test(around: Around, visit: Visit, draft: Draft, _: str) -> Reply:
    """Asks for the copies; the worker that makes them notes what was tested."""
    if draft.lacks:
        return Reply(visit.person, place_of("home"), _lacking(visit, draft))
    around.test(draft, visit.language.code)
    return Reply(visit.person, place_of("home"), notice(visit, "testing"))


def sure_screen(around: Around, visit: Visit, draft: Draft, _: str) -> Screen:
    say = visit.language.say
    reached = reach(around, visit, draft)
    text = visit.language.page(
        "broadcast_sure",
        at=spoken_at(visit, draft),
        override=draft.override,
        is_tested=draft.is_tested,
        **described(around, visit, draft),
        **reached,
    )
    back = (Button(say("‹ Overview"), "bc:see:home"),)
    if not draft.is_tested:
        return Screen(text, ((Button(say("🧪 Test to myself"), "bc:test"),), back))
    go = Button(say("✅ Send it"), f"bc:go:{draft.id}:{draft.revision}")
    return Screen(text, ((go,), back))


def go(around: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    """`<broadcast>:<revision>`; None when that draft was changed, sent or begun anew since."""
    if value != f"{draft.id}:{draft.revision}":
        return None
    refusal = _refusal(visit, draft)
    if refusal:
        return Reply(visit.person, place_of("home"), refusal)
    at = draft.at or visit.now
    if not broadcast_store.schedule(visit.connection, draft.id, at):
        return None
    around.rights.note(
        visit.connection, visit.now, visit.person.chat_id, "sent a broadcast", f"#{draft.id}"
    )
    around.sent()
    return Reply(visit.person, place_of("begun", str(draft.id)))


def begun_screen(visit: Visit, argument: str) -> Screen | None:
    """After the press; None for a broadcast that is not the reader's."""
    number = number_of(argument)
    at = store.scheduled_at(visit.connection, number, visit.person.chat_id)
    if at is None:
        return None
    say = visit.language.say
    rows = ((Button(say("📣 All broadcasts"), "bc:list"), Button(say("Menu"), "menu")),)
    later = spoken_time(at, visit.person.zone, visit.language) if at > visit.now else ""
    return Screen(visit.language.page("broadcast_begun", number=number, at=later), rows)


def _refusal(visit: Visit, draft: Draft) -> str:
    if draft.lacks:
        return _lacking(visit, draft)
    if not draft.is_tested:
        return notice(visit, "untested")
    return notice(visit, "past") if draft.at and draft.at <= visit.now else ""


def _lacking(visit: Visit, draft: Draft) -> str:
    languages = ", ".join(LANGUAGES.get(code, code) for code in draft.uncovered)
    return notice(visit, f"no_{draft.lacks}", languages=languages)
