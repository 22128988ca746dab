"""Settings: language, country, time zone; each a press or two."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from bot.chat.people import DEFAULT_ZONES, ZONES
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Reply, Visit
from bot.texts.language import LANGUAGES, Language

PLACE = "settings"
COUNTRIES = ("IT", "PL", "GB", "US", "EU", "XX")
OFFERED_ZONES = (
    "Europe/Lisbon", "Europe/London", "Europe/Rome", "Europe/Warsaw", "Europe/Athens",
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Anchorage", "Pacific/Honolulu", "America/Sao_Paulo", "Asia/Dubai", "Asia/Kolkata",
    "Australia/Sydney", "UTC",
)  # fmt: skip


Names = Callable[[str, Language], str]


class Preferences:
    """`country_name` tells a country's name in a language."""

    def __init__(self, country_name: Names) -> None:
        self._country_name = country_name

    def routes(self) -> Routes:
        return Routes(
            commands={PLACE: self.open},
            presses={PLACE: self.press},
            places={PLACE: self.screen},
            listeners=(self.typed_zone,),
        )

    def open(self, visit: Visit) -> Reply:
        return Reply(visit.person, PLACE)

    def press(self, visit: Visit) -> Reply:
        """`settings`, `settings:what`, or `settings:what:value`, then where to go."""
        _, what, value, then = (*visit.data.split(":", 3), "", "", "")[:4]
        if what in {"", "language", "country", "zone"} and not value:
            return Reply(visit.person, f"{PLACE}:{what}" if what else PLACE)
        person = visit.person
        if what == "lang" and value in LANGUAGES:
            person = replace(person, language=value)
        elif what == "country" and value in COUNTRIES:
            person = replace(person, country=value)
            if value not in ZONES and person.time_zone is None:
                return Reply(person, f"{PLACE}:zone")  # it has more than one, or is no country
        elif what == "zone" and value in _zones():
            person = replace(person, time_zone=value)
        else:
            return Reply(person, person.place, visit.language.page("old_button"))
        return Reply(person, "menu" if then == "menu" else PLACE)

    def typed_zone(self, visit: Visit) -> Reply | None:
        """A city typed while the time zones are on the screen."""
        if visit.person.place != f"{PLACE}:zone":
            return None
        city = visit.text.strip().replace(" ", "_").casefold()
        found = sorted(zone for zone in _zones() if zone.rpartition("/")[2].casefold() == city)
        if not found:
            return Reply(visit.person, visit.person.place, visit.language.page("no_zone"))
        return Reply(replace(visit.person, time_zone=found[0]), PLACE)

    def screen(self, visit: Visit, what: str) -> Screen:
        chooser = {"language": self._languages, "country": self._countries, "zone": self._zones}
        if what in chooser:
            return chooser[what](visit)
        language, person = visit.language, visit.person
        country = self._country_name(person.country, language) if person.country else ""
        text = language.page(
            "settings", language_name=LANGUAGES[language.code], country=country, zone=zone_of(visit)
        )
        rows = (
            (Button(language.say("🗣 Language"), "settings:language"),),
            (Button(language.say("🌍 Country"), "settings:country"),),
            (Button(language.say("🕑 Time zone"), "settings:zone"),),
            (Button(language.say("📬 Messages"), "subs"),),
            (Button(language.say("🔒 Privacy"), "privacy"), Button(language.say("Menu"), "menu")),
        )
        return Screen(text, rows)

    def _languages(self, visit: Visit) -> Screen:
        buttons = [
            Button(_marked(name, code == visit.language.code), f"settings:lang:{code}")
            for code, name in LANGUAGES.items()
        ]
        return _chooser(visit, "choose_language", buttons)

    def _countries(self, visit: Visit) -> Screen:
        buttons = [
            Button(
                _marked(self._country_name(code, visit.language), code == visit.person.country),
                f"settings:country:{code}",
            )
            for code in COUNTRIES
        ]
        return _chooser(visit, "country", buttons)

    def _zones(self, visit: Visit) -> Screen:
        buttons = [
            Button(_marked(_city(zone), zone == zone_of(visit)), f"settings:zone:{zone}")
            for zone in OFFERED_ZONES
        ]
        return _chooser(visit, "choose_zone", buttons)


@cache
def _zones() -> frozenset[str]:
    """Read from the disk once: it takes longer than all the rest of a press."""
    return frozenset(available_timezones())


def zone_of(visit: Visit) -> str:
    person = visit.person
    return (
        person.time_zone
        or ZONES.get(person.country or "")
        or DEFAULT_ZONES.get(person.language, "UTC")
    )


def _chooser(visit: Visit, page: str, buttons: list[Button]) -> Screen:
    language = visit.language
    way = (Button(language.say("‹ Back"), PLACE), Button(language.say("Menu"), "menu"))
    return Screen(language.page(page), (*packed(buttons), way))


def _marked(label: str, chosen: bool) -> str:
    return f"• {label}" if chosen else label


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
