"""The bot as `galateo run` starts it, with features that fail on command: run as a program.

Everything that fails has what was typed in its text, its notes, its cause and its context.
"""

import asyncio
import logging
import sys
import threading
import warnings
from typing import Any, NoReturn

from sqlalchemy import text

from bot import app, cli, running
from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.visit import Reply, Visit
from bot.cli import serving
from bot.settings import Settings
from bot.storage import engine

log = logging.getLogger("library.of.somebody")


class Finaliser:
    def __init__(self, words: str) -> None:
        self._words = words

    def __del__(self) -> None:
        raise ValueError(self._words)


def fail(words: str) -> NoReturn:
    error = ValueError(words, words.encode())
    error.__cause__ = error.__context__ = KeyError(words)
    error.add_note(words)
    raise error


class Sabotage:
    """`/sabotage_handler words` and so on; `menu` breaks even the last screen there is."""

    def __init__(self) -> None:
        self._menu_fails = False
        self.loop: asyncio.AbstractEventLoop | None = None

    def routes(self, real: Routes) -> Routes:
        names = [name for name in dir(self) if name.startswith("sabotage_")]
        commands = {name: getattr(self, name) for name in names}
        menu = real.places["menu"]

        def broken(visit: Visit, argument: str) -> Screen:
            return fail(visit.text) if self._menu_fails else menu(visit, argument)

        return real | Routes(commands, places={"sabotage": self.screen, "menu": broken})

    def screen(self, visit: Visit, _: str) -> Screen:
        fail(f"{visit.person} {visit.text}")

    def sabotage_handler(self, visit: Visit) -> Reply:
        fail(visit.argument)

    def sabotage_screen(self, visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place, shows="sabotage")

    def sabotage_place(self, visit: Visit) -> Reply:
        visit.connection.execute(text("UPDATE people SET place = 'sabotage'"))
        fail(visit.argument)

    def sabotage_menu(self, visit: Visit) -> Reply:
        self._menu_fails = True
        return self.sabotage_place(visit)

    def sabotage_mended(self, visit: Visit) -> Reply:
        self._menu_fails = False
        return Reply(visit.person, "menu")

    def sabotage_sql(self, visit: Visit) -> Reply:
        visit.connection.execute(text("INSERT INTO nothing VALUES (:x)"), {"x": visit.argument})
        return Reply(visit.person, "menu")

    def sabotage_type(self, visit: Visit) -> Reply:
        words: Any = {visit.argument}
        visit.connection.execute(text("UPDATE people SET place = :x"), {"x": words})
        return Reply(visit.person, "menu")

    def sabotage_html(self, visit: Visit) -> Reply:
        """Telegram refuses it, and says why with a piece of it."""
        screen = Screen(f"<b>{visit.argument} <{visit.argument}>")
        return Reply(visit.person, "menu", screen=screen)

    def sabotage_aside(self, visit: Visit) -> Reply:
        """What goes wrong beside the update: tasks, threads, finalisers, warnings, libraries."""
        words = visit.argument
        assert self.loop is not None
        self.loop.call_soon_threadsafe(lambda loop: loop.create_task(_orphan(words)), self.loop)
        self.loop.call_soon_threadsafe(fail, words)
        threading.Thread(target=fail, args=(words,), name=words).start()
        Finaliser(words)
        warnings.warn(words, stacklevel=1)
        log.error("They said %s", words, stack_info=True)
        log.error("A broken record %d", words)
        return Reply(visit.person, "menu")


async def _orphan(words: str) -> None:
    fail(words)


def main() -> None:
    routes_of, serve, sabotage = vars(app)["routes_of"], running.serve, Sabotage()

    async def serve_and_know_the_loop(settings: Settings) -> None:
        sabotage.loop = asyncio.get_running_loop()
        await serve(settings)

    vars(app)["routes_of"] = lambda *given, **named: sabotage.routes(routes_of(*given, **named))
    vars(running)["serve"] = serve_and_know_the_loop
    short = "PRAGMA busy_timeout=100"
    pragmas = tuple(short if "busy" in one else one for one in engine.PRAGMAS)
    vars(engine)["PRAGMAS"] = pragmas
    if "unfiltered" in sys.argv:
        vars(serving)["set_up_logs"] = lambda level: logging.basicConfig(level=level)
    sys.argv[1:] = ["run"]
    cli.main()


if __name__ == "__main__":
    main()
