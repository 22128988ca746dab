"""Answers to the moderators' questions: which receipt a chat answers for, in memory alone."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.visit import Visit
from bot.stories import store as submissions
from bot.stories.keys import Keys
from bot.stories.model import Line, State
from bot.texts.html import clipped

KEPT_FOR = timedelta(hours=1)
MOST_CHATS = 1_000
LONGEST_ANSWER = 1_200  # masks may make a text longer than it was typed


class Answering:
    """`clock` tells an aware time. A restart forgets: the author sends the receipt once more."""

    def __init__(self, keys: Keys, clock: Callable[[], datetime]) -> None:
        self._keys, self._clock = keys, clock
        self._waiting: OrderedDict[int, tuple[str, datetime]] = OrderedDict()

    def remember(self, chat_id: int, digits: str) -> None:
        self._waiting.pop(chat_id, None)
        self._waiting[chat_id] = (digits, self._clock() + KEPT_FOR)
        while len(self._waiting) > MOST_CHATS:
            self._waiting.popitem(last=False)

    def forget(self, chat_id: int) -> None:
        self._waiting.pop(chat_id, None)

    def waits_for(self, chat_id: int) -> str | None:
        """The digits of the receipt that the chat answers for; None after an hour."""
        digits, until = self._waiting.get(chat_id, ("", self._clock()))
        if self._clock() < until:
            return digits
        self.forget(chat_id)
        return None

    def deliver(self, visit: Visit, digits: str, text: str) -> bool:
        """Puts the masked text under the question; False when nobody asks (any more).

        It waits for the next hour of release: moderators are not to know when it was written.
        """
        connection = visit.connection
        one = submissions.find_by_receipt(connection, self._keys.receipt_hash(digits))
        if one is None or one.state is not State.ASKED:
            return False
        line = Line(by_author=True, text=clipped(text, LONGEST_ANSWER))
        answered = replace(one, state=State.NEW, dialogue=(*one.dialogue, line))
        submissions.save(connection, answered)
        return True
