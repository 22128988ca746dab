"""Presses on the screen of what a person gets, and `/stop`."""

from collections.abc import Callable

from bot.broadcasts.subscriptions.choice import (
    HOURS,
    never_quiet,
    quietened,
    stopped,
    subscribed,
    wanted,
)
from bot.broadcasts.subscriptions.screens import PLACE, screen
from bot.chat.people import SUBSCRIPTIONS, Person
from bot.chat.routes import Routes
from bot.chat.visit import Reply, Visit

LEFT = "left"
Count = Callable[[str], None]


class Subscriptions:
    """`count` notes that somebody left a category (`left:news`), never who."""

    def __init__(self, count: Count) -> None:
        self._count = count

    def routes(self) -> Routes:
        return Routes(
            commands={"stop": self.stop}, presses={PLACE: self.press}, places={PLACE: screen}
        )

    def stop(self, visit: Visit) -> Reply:
        """All but service notices end; the screen below the good-bye is the way back."""
        after = stopped(visit.person)
        self._note(visit.person, after)
        notice = visit.language.page("subs_stopped", service=bool(wanted(after)))
        return Reply(after, after.place, notice, shows=PLACE)

    def press(self, visit: Visit) -> Reply:
        """`subs`; `subs:on:news` and `subs:off:news`; `subs:quiet`, `subs:quiet:22`,
        `subs:quiet:22:7` and `subs:quiet:never`. The person stays where they were.
        """
        person, place = visit.person, visit.person.place
        match visit.data.split(":")[1:]:
            case []:  # from under a broadcast, or from the settings
                under = visit.pressed_id not in {None, person.screen_id}
                return Reply(person, place, shows=PLACE, beside=under)
            case ["on" | "off" as how, category] if category in SUBSCRIPTIONS:
                after = subscribed(person, category, on=how == "on")
                self._note(person, after)
                return Reply(after, place, shows=PLACE)
            case ["quiet", *hours]:
                return self._quiet(visit, hours)
        return _odd(visit)

    def _quiet(self, visit: Visit, hours: list[str]) -> Reply:
        person, place = visit.person, visit.person.place
        match hours:
            case []:
                return Reply(person, place, shows=f"{PLACE}:quiet")
            case ["never"]:
                return Reply(never_quiet(person), place, shows=PLACE)
            case [start] if _is_hour(start):
                return Reply(person, place, shows=f"{PLACE}:quiet:{start}")
            case [start, end] if _is_hour(start) and _is_hour(end):
                return Reply(quietened(person, int(start), int(end)), place, shows=PLACE)
        return _odd(visit)

    def _note(self, before: Person, after: Person) -> None:
        for category in wanted(before):
            if category not in wanted(after):
                self._count(f"{LEFT}:{category}")


def _odd(visit: Visit) -> Reply:
    return Reply(visit.person, visit.person.place, visit.language.page("old_button"))


def _is_hour(text: str) -> bool:
    return text in {str(hour) for hour in HOURS}
