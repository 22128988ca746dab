"""Start, menu, help, and an answer to what no one else takes."""

from collections.abc import Callable

from bot.chat.people import MENU
from bot.chat.routes import Listener, Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.texts.language import LANGUAGES, Language

Doors = Callable[[Language], list[Button]]
OpenLink = Callable[[Visit, str], Reply | None]


class Menu:
    """`doors` are the features' buttons; `links` are asked in order what a deep link opens,
    `stoppers` what `/cancel` stops.
    """

    def __init__(
        self, doors: Doors, links: tuple[OpenLink, ...], stoppers: tuple[Listener, ...] = ()
    ) -> None:
        self._doors, self._links, self._stoppers = doors, links, stoppers

    def routes(self) -> Routes:
        return Routes(
            commands={
                "start": self.start,
                "menu": self.menu,
                "help": self.help,
                "cancel": self.cancel,
            },
            presses={"menu": self.menu, "help": self.help, "here": self.here, "nothing": self.here},
            places={MENU: self.menu_screen, "help": self.help_screen},
            otherwise=self.otherwise,
        )

    def start(self, visit: Visit) -> Reply:
        """A deep link (`t.me/<bot>?start=opt_out`) opens what it names; anything else the menu."""
        for open_link in self._links if visit.argument else ():
            reply = open_link(visit, visit.argument)
            if reply is not None:
                return reply
        return Reply(visit.person, MENU)

    def menu(self, visit: Visit) -> Reply:
        return Reply(visit.person, MENU)

    def help(self, visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place, shows="help")

    def cancel(self, visit: Visit) -> Reply:
        for stop in self._stoppers:
            reply = stop(visit)
            if reply is not None:
                return reply
        return Reply(visit.person, MENU, visit.language.page("cancelled"))

    def here(self, visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place)

    def otherwise(self, visit: Visit) -> Reply:
        """A kind sentence and the screen where the person is; nothing changes."""
        return Reply(
            visit.person, visit.person.place, visit.language.page("odd", what=_what(visit))
        )

    def menu_screen(self, visit: Visit, _: str) -> Screen:
        language = visit.language
        rows = [(door,) for door in self._doors(language)]
        tongues = tuple(
            Button(f"{'• ' if code == language.code else ''}{name}", f"settings:lang:{code}:menu")
            for code, name in LANGUAGES.items()
        )
        last = (
            Button(language.say("⚙️ Settings"), "settings"),
            Button(language.say("❔ Help"), "help"),
        )
        return Screen(language.page("menu"), (*rows, tongues, last))

    def help_screen(self, visit: Visit, _: str) -> Screen:
        language = visit.language
        rows = (
            (
                Button(language.say("🔒 Privacy"), "privacy"),
                Button(language.say("⚙️ Settings"), "settings"),
            ),
            (Button(language.say("‹ Back"), "here"), Button(language.say("Menu"), "menu")),
        )
        return Screen(language.page("help"), rows)


def _what(visit: Visit) -> str:
    """Which kind of thing came that cannot be used."""
    update = visit.update
    if visit.data:
        return "button"
    if update is not None and update.edited_message is not None:
        return "edited"
    if visit.text.startswith("/"):
        return "command"
    message = update.message if update is not None else None
    if message is not None and (message.voice or message.video_note or message.audio):
        return "voice"
    return "file"
