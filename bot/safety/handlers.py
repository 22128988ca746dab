"""The numbers that help, in the person's language and country; where they were stays theirs."""

from collections.abc import Callable

from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.safety.words import SafetyWords
from bot.texts.language import Language

Lines = Callable[[str | None, Language], dict[str, str]]
"""Country and language to the shown values of that country's safety facts, by fact id."""


class Safety:
    def __init__(self, words: SafetyWords, lines: Lines) -> None:
        self._words, self._lines = words, lines

    def routes(self) -> Routes:
        return Routes(guards=(self.heard,))

    def heard(self, visit: Visit) -> Reply | None:
        """Asked before anyone else; the text goes no further and the screen is kept nowhere."""
        if not self._words.found_in(visit.written):
            return None
        language = visit.language
        text = language.page(
            "safety",
            country=visit.person.country,
            lines=self._lines(visit.person.country, language),
        )
        rows = ((Button(language.say("‹ Back to where I was"), "here"),),)
        return Reply(visit.person, visit.person.place, screen=Screen(text, rows))
