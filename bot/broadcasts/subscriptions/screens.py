"""The screens of what a person gets and when: each explained in a line, each changed by a press."""

from babel.dates import get_timezone_location

from bot.broadcasts.subscriptions.choice import HOURS, quiet_hours, wanted, wants
from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit

PLACE = "subs"
HOURS_A_ROW = 6
Row = tuple[Button, ...]


def screen(visit: Visit, argument: str) -> Screen:
    """`quiet` asks from which hour, `quiet:22` until which; anything else is the overview."""
    name, _, start = argument.partition(":")
    if name != "quiet":
        return _overview(visit)
    return _until(visit, int(start)) if start else _from(visit)


def _overview(visit: Visit) -> Screen:
    language, person = visit.language, visit.person
    say, hours = language.say, quiet_hours(person)
    text = language.page(
        "subs",
        wanted=wanted(person),
        quiet=[_clock(hour) for hour in hours or ()],
        zone=get_timezone_location(str(person.zone), locale=language.locale, return_city=True),
    )
    names = {
        "news": say("News"),
        "daily": say("Best of the day"),
        "weekly": say("Best of the week"),
        "service": say("Service notices"),
    }
    rows = (
        *((_toggle(names[one], one, on=wants(person, one)),) for one in names),
        (
            Button(say("🌙 Quiet hours"), f"{PLACE}:quiet"),
            Button(say("🕑 Time zone"), "settings:zone"),
        ),
        (Button(say("‹ Back"), "here"), Button(say("Menu"), "menu")),
    )
    return Screen(text, rows)


def _toggle(name: str, category: str, *, on: bool) -> Button:
    """Says how it is, and does the other."""
    mark, what = ("✅", "off") if on else ("⬜️", "on")
    return Button(f"{mark} {name}", f"{PLACE}:{what}:{category}")


def _from(visit: Visit) -> Screen:
    say, hours = visit.language.say, quiet_hours(visit.person)
    start = hours[0] if hours else None
    never = Button(_marked(say("🔔 Never quiet"), hours is None), f"{PLACE}:quiet:never")
    rows = _hours(f"{PLACE}:quiet", start)
    return Screen(visit.language.page("subs_from"), (*rows, (never,), _back(visit, PLACE)))


def _until(visit: Visit, start: int) -> Screen:
    hours = quiet_hours(visit.person)
    rows = _hours(f"{PLACE}:quiet:{start}", hours[1] if hours else None, but=start)
    text = visit.language.page("subs_until", start=_clock(start))
    return Screen(text, (*rows, _back(visit, f"{PLACE}:quiet")))


def _hours(data: str, marked: int | None, but: int | None = None) -> tuple[Row, ...]:
    """Every hour but one, from noon to noon: a night stands in one piece."""
    hours = [hour for hour in (*HOURS[12:], *HOURS[:12]) if hour != but]
    buttons = [Button(_marked(str(hour), hour == marked), f"{data}:{hour}") for hour in hours]
    return tuple(
        tuple(buttons[place : place + HOURS_A_ROW]) for place in range(0, len(buttons), HOURS_A_ROW)
    )


def _back(visit: Visit, data: str) -> Row:
    say = visit.language.say
    return (Button(say("‹ Back"), data), Button(say("Menu"), "menu"))


def _marked(label: str, chosen: bool) -> str:
    return f"• {label}" if chosen else label


def _clock(hour: int) -> str:
    return f"{hour}:00"
