"""Privacy: what is kept, the person's own copy of it, and its erasure."""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from bot.chat.people import Person
from bot.chat.people import store as people_store
from bot.chat.routes import Routes
from bot.chat.screens import Button, File, Screen
from bot.chat.visit import Reply, Visit
from bot.home import store

Exporter = Callable[[Connection, int], dict[str, Any]]
Eraser = Callable[[Connection, int], object]


class Privacy:
    """`exporters` give each feature's part of what is kept of a person, by its name.

    `erasers` take away what no row of the person leads to.
    """

    def __init__(self, exporters: dict[str, Exporter], erasers: tuple[Eraser, ...] = ()) -> None:
        self._exporters, self._erasers = exporters, erasers

    def routes(self) -> Routes:
        return Routes(
            commands={"privacy": self.open, "export": self.export, "forget": self.ask},
            presses={"privacy": self.open, "export": self.export, "forget": self.forget},
            places={
                "privacy": self.screen,
                "export": self.exported_screen,
                "forget": self.ask_screen,
                "farewell": self.farewell_screen,
            },
        )

    def open(self, visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place, shows="privacy")

    def export(self, visit: Visit) -> Reply:
        """All that is kept, as a JSON document."""
        return Reply(visit.person, visit.person.place, shows="export", fresh=True)

    def file(self, visit: Visit) -> File:
        chat_id = visit.person.chat_id
        kept = store.rows_of(visit.connection, chat_id)
        for name, exporter in self._exporters.items():
            kept[name] = exporter(visit.connection, chat_id)
        text = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
        return File("galateo.json", text.encode)

    def ask(self, visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place, shows="forget", fresh=True)

    def forget(self, visit: Visit) -> Reply:
        """`forget` asks, `forget:yes` erases at once."""
        if visit.data != "forget:yes":
            return self.ask(visit)
        for erase in self._erasers:
            erase(visit.connection, visit.person.chat_id)
        people_store.erase(visit.connection, visit.person.chat_id)
        stranger = Person(
            visit.person.chat_id, visit.person.language, screen_id=visit.person.screen_id
        )
        return Reply(stranger, "farewell", erased=True)

    def screen(self, visit: Visit, _: str) -> Screen:
        say = visit.language.say
        rows = (
            (Button(say("📄 My data"), "export"), Button(say("🗑 Forget me"), "forget")),
            (Button(say("‹ Back"), "here"), Button(say("Menu"), "menu")),
        )
        return Screen(visit.language.page("privacy"), rows)

    def exported_screen(self, visit: Visit, _: str) -> Screen:
        say = visit.language.say
        rows = ((Button(say("‹ Back"), "here"), Button(say("Menu"), "menu")),)
        return Screen(visit.language.page("exported"), rows, (self.file(visit),))

    def ask_screen(self, visit: Visit, _: str) -> Screen:
        say = visit.language.say
        rows = (
            (Button(say("Yes, erase everything"), "forget:yes"),),
            (Button(say("No, keep it"), "here"),),
        )
        return Screen(visit.language.page("forget"), rows)

    def farewell_screen(self, visit: Visit, _: str) -> Screen:
        return Screen(visit.language.page("farewell"))
