"""`/broadcasts`: the last ten, and the page of each."""

from bot.broadcasts.composing.words import category_name
from bot.broadcasts.running import store
from bot.broadcasts.running.report import report_of
from bot.broadcasts.running.shown import shown
from bot.broadcasts.running.store import Broadcast
from bot.broadcasts.running.words import state_name, state_sign
from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit

MOST = 10


def list_screen(visit: Visit) -> Screen:
    language = visit.language
    known = store.last(visit.connection, MOST)
    rows = [
        {
            "sign": state_sign(one.state),
            "number": one.id,
            "category": category_name(one.audience.category, language),
            "state": state_name(one.state, language),
            "at": language.long_date(one.at.astimezone(visit.person.zone).date()) if one.at else "",
            "total": one.total,
        }
        for one in known
    ]
    buttons = packed(Button(f"#{one.id}", f"bc:{one.id}:see") for one in known)
    way = (Button(language.say("📝 Write one"), "bc:open"), Button(language.say("Menu"), "menu"))
    return Screen(language.page("broadcast_list", rows=rows), (*buttons, way))


def one_screen(visit: Visit, broadcast: Broadcast) -> Screen:
    """As the live message shows it, without its speed; numbers are of this moment."""
    report = report_of(visit.connection, broadcast)
    screen = shown(broadcast, report, visit.language, now=visit.now, zone=visit.person.zone)
    back = (Button(visit.language.say("📣 All broadcasts"), "bc:list"),)
    return Screen(screen.text, (*screen.rows, back))
