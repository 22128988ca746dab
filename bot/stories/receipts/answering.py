"""Answers to the moderators' questions: which receipt a chat answers for, in memory alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile

from bot.chat.visit import Visit
from bot.stories import store as submissions
from bot.stories.keys import Keys
from bot.stories.lately import Lately
from bot.stories.model import Line, State, Submission
from bot.texts.html import clipped

KEPT_FOR = timedelta(hours=1)
MOST_CHATS = 1_000
LONGEST_QUESTION = 2_000
LONGEST_ANSWER = 1_200  # masks may make a text longer than it was typed


class Answering:
    """`clock` tells an aware time. A restart forgets: the author sends the receipt once more."""

    def __init__(self, keys: Keys, clock: Callable[[], datetime]) -> None:
        self._keys, self._clock = keys, clock
        self._waiting = Lately[str](KEPT_FOR, MOST_CHATS)

    def remember(self, chat_id: int, digits: str) -> None:
        self._waiting.keep(chat_id, digits, self._clock())

    def forget(self, chat_id: int) -> None:
        self._waiting.forget(chat_id)

    def forget_old(self, now: datetime) -> None:
        self._waiting.forget_old(now)

    def waits_for(self, chat_id: int) -> str | None:
        """The digits of the receipt that the chat answers for; None after an hour."""
        return self._waiting.find(chat_id, self._clock())

    def question(self, visit: Visit) -> str:
        """What was asked since the last answer; empty when nobody asks, or it is not known who."""
        digits = self.waits_for(visit.person.chat_id)
        one = self._asked(visit, digits) if digits else None
        if one is None:
            return ""
        lines = takewhile(lambda line: not line.by_author, reversed(one.dialogue))
        return clipped("\n".join(line.text for line in reversed([*lines])), LONGEST_QUESTION)

    def deliver(self, visit: Visit, digits: str, text: str) -> bool:
        """Puts the masked text under the question; False when nobody asks (any more).

        It waits for the next hour of release: moderators are not to know when it was written.
        """
        one = self._asked(visit, digits)
        if one is None:
            return False
        line = Line(by_author=True, text=clipped(text, LONGEST_ANSWER))
        answered = replace(one, state=State.NEW, dialogue=(*one.dialogue, line))
        submissions.save(visit.connection, answered)
        self.forget(visit.person.chat_id)
        return True

    def _asked(self, visit: Visit, digits: str) -> Submission | None:
        one = submissions.find_by_receipt(visit.connection, self._keys.receipt_hash(digits))
        return one if one is not None and one.state is State.ASKED else None
