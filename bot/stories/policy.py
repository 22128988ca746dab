"""The editorial policy, for everyone."""

from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit

PLACE = "policy"


def routes() -> Routes:
    return Routes(commands={PLACE: open_}, presses={PLACE: open_}, places={PLACE: screen})


def open_(visit: Visit) -> Reply:
    """Shown once: the person stays where they are."""
    return Reply(visit.person, visit.person.place, shows=PLACE)


def screen(visit: Visit, _: str) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("📖 Read stories"), "stories"), Button(say("✍️ Tell yours"), "story")),
        (Button(say("‹ Back"), "here"), Button(say("Menu"), "menu")),
    )
    return Screen(visit.language.page("policy"), rows)
