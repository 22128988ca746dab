"""`/stats` for admins and editors: the numbers in words, and a picture of them."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from bot.chat.routes import Routes
from bot.chat.screens import Button, File, Screen
from bot.chat.visit import Reply, Visit
from bot.statistics.board import Look
from bot.statistics.chart import Named, chart
from bot.statistics.page import page
from bot.texts.documents import picture

PLACE = "stats"
May = Callable[[Connection, int], bool]
Latest = Callable[[], Look | None]


class NumbersPage:
    """`may` is asked at every command and press, and once more when a screen is drawn.

    `latest` gives the numbers of a moment ago; `named` names a guide, or a question of one;
    `template` is the typst file of the picture.
    """

    def __init__(self, may: May, latest: Latest, named: Named, template: Path) -> None:
        self._may, self._latest, self._named, self._template = may, latest, named, template

    def routes(self) -> Routes:
        return Routes(
            commands={PLACE: self.open}, presses={PLACE: self.open}, places={PLACE: self.screen}
        )

    def open(self, visit: Visit) -> Reply:
        if not self._may(visit.connection, visit.person.chat_id):
            notice = visit.language.page("odd", what="button" if visit.data else "command")
            return Reply(visit.person, visit.person.place, notice)
        return Reply(visit.person, visit.person.place, shows=PLACE, fresh=True)

    def screen(self, visit: Visit, _: str) -> Screen:
        language, say = visit.language, visit.language.say
        rows = (
            (Button(say("🔄 Look again"), PLACE),),
            (Button(say("‹ Back"), "here"), Button(say("Menu"), "menu")),
        )
        if not self._may(visit.connection, visit.person.chat_id):
            return Screen(say("This is for admins and editors."), rows[1:])
        look = self._latest()
        if look is None:
            return Screen(say("I am still counting. Look again in a moment."), rows)
        data = chart(look.numbers, language, self._named)
        file = File("numbers.png", lambda: picture(self._template, data), is_picture=True)
        return Screen(page(look, language, self._named), rows, (file,))
