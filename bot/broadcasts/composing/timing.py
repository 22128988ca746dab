"""When it goes, and whether it may wake people."""

from datetime import datetime, timedelta

from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around, notice
from bot.broadcasts.composing.drafts import Draft, place_of
from bot.broadcasts.composing.times import read_time, spoken_time
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit

LATEST = timedelta(days=366)


def when_screen(_: Around, visit: Visit, draft: Draft, __: str) -> Screen:
    say = visit.language.say
    is_service = draft.audience.category == "service"
    text = visit.language.page(
        "broadcast_when",
        at=spoken_at(visit, draft),
        zone=str(visit.person.zone),
        override=draft.override,
        is_service=is_service,
    )
    rows: list[tuple[Button, ...]] = []
    if draft.at is not None:
        rows.append((Button(say("At once"), "bc:now"),))
    if draft.override:
        rows.append((Button(say("🌙 Keep to quiet hours"), "bc:urgent:no"),))
    elif is_service:
        rows.append((Button(say("🔔 Wake people too"), "bc:see:urgent"),))
    return Screen(text, (*rows, (Button(say("‹ Overview"), "bc:see:home"),)))


def urgent_screen(_: Around, visit: Visit, __: Draft, ___: str) -> Screen:
    """The warning before quiet hours are passed over."""
    say = visit.language.say
    rows = (
        (Button(say("Yes, at any hour"), "bc:urgent:yes"),),
        (Button(say("No, wait for the morning"), "bc:see:when"),),
    )
    return Screen(visit.language.page("broadcast_urgent"), rows)


def typed(visit: Visit, draft: Draft) -> Reply:
    at = read_time(visit.text, visit.now, visit.person.zone, visit.language)
    refusal = _refusal(visit, at) if at else "time"
    if refusal:
        return Reply(visit.person, visit.person.place, notice(visit, refusal))
    store.set_at(visit.connection, draft.id, at)
    return Reply(visit.person, place_of("when"))


def at_once(_: Around, visit: Visit, draft: Draft, __: str) -> Reply:
    store.set_at(visit.connection, draft.id, None)
    return Reply(visit.person, place_of("when"))


def urge(_: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    if value == "yes" and draft.audience.category != "service":
        return None
    if value not in {"yes", "no"}:
        return None
    store.touch(visit.connection, draft.id, override=value == "yes")
    return Reply(visit.person, place_of("when"))


def spoken_at(visit: Visit, draft: Draft) -> str:
    """In the admin's zone; empty for at once."""
    return spoken_time(draft.at, visit.person.zone, visit.language) if draft.at else ""


def _refusal(visit: Visit, at: datetime) -> str:
    if at <= visit.now:
        return "past"
    return "far" if at > visit.now + LATEST else ""
