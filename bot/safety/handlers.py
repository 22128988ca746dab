"""The numbers that help, in the person's language and country; where they were stays theirs."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256

from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.safety.words import SafetyWords
from bot.texts.language import Language

MOST_HEARD = 1000
Lines = Callable[[str | None, Language], dict[str, str]]
"""Country and language to the shown values of that country's safety facts, by fact id."""


class Safety:
    """`is_telling`: they write a story, which may be about such words. Then the same text, sent once
    more, is let through; until then a hash of it is remembered, in memory alone.
    """

    def __init__(
        self, words: SafetyWords, lines: Lines, *, is_telling: Callable[[Visit], bool]
    ) -> None:
        self._words, self._lines, self._is_telling = words, lines, is_telling
        self._heard: OrderedDict[int, bytes] = OrderedDict()

    def routes(self) -> Routes:
        return Routes(guards=(self.heard,))

    def heard(self, visit: Visit) -> Reply | None:
        """Asked before anyone else; the text goes no further and the screen is kept nowhere."""
        if not self._words.found_in(visit.written):
            return None
        telling, language = self._is_telling(visit), visit.language
        if telling and self._is_repeated(visit):
            return None
        text = language.page(
            "safety",
            country=visit.person.country,
            telling=telling,
            lines=self._lines(visit.person.country, language),
        )
        rows = ((Button(language.say("‹ Back to where I was"), "here"),),)
        return Reply(visit.person, visit.person.place, screen=Screen(text, rows))

    def _is_repeated(self, visit: Visit) -> bool:
        chat_id, text = visit.person.chat_id, sha256(visit.written.encode()).digest()
        if self._heard.pop(chat_id, None) == text:
            return True
        self._heard[chat_id] = text
        if len(self._heard) > MOST_HEARD:
            self._heard.popitem(last=False)
        return False
