"""Reports of readers: a notice for each story, and what moderators do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.stories.model import REPORTS, StoryState
from bot.stories.moderation import store as moderation_store
from bot.stories.moderation.publisher import Publisher
from bot.stories.moderation.reports import store
from bot.stories.moderation.rights import Moderators, Spoken
from bot.stories.words import REPORT
from bot.texts.html import escape
from bot.texts.language import Language

TOLD_AT = (1, 3, 10, 30, 100)
OFF, OFF_YES, KEEP, FINE = "off", "yes", "keep", "fine"
LONGEST_NUMBER = 12


@dataclass(frozen=True)
class Reports:
    """`address` is where a published story is read."""

    publisher: Publisher
    moderators: Moderators
    spoken: Spoken
    address: Callable[[int], str]

    def reported(self, connection: Connection, number: int) -> None:
        """To be called after each report: told at the first one, then when they have grown many."""
        reasons = store.open_reports(connection, number)
        if reasons.total() not in TOLD_AT:
            return
        language = self.spoken.usual()
        text = language.say(
            "🚩 Readers report #%(number)s: %(reasons)s\n%(address)s",
            number=number,
            reasons=_told(reasons, language),
            address=self.address(number),
        )
        self.moderators.tell(connection, text, self._buttons(number, language))

    def press(self, touch: Touch) -> Answer:
        """`rep:<number>:<action>`, by somebody who may."""
        say = touch.language.say
        _, digits, action = (*touch.data.split(":", 2), "", "")[:3]
        is_number = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER
        number = int(digits) if is_number else 0
        state = store.story_state(touch.connection, number)
        actions = {OFF: self._ask, OFF_YES: self._take_off, KEEP: self._keep, FINE: self._dismiss}
        if state is None or action not in actions:
            return Answer(say("That button no longer does anything."))
        if state == StoryState.WITHDRAWN:
            return Answer(say("#%(number)s is no longer there.", number=number), alert=True)
        return actions[action](touch, number)

    def _ask(self, touch: Touch, number: int) -> Answer:
        say = touch.language.say
        text = say("Take #%(number)s off? Its text, comments and votes go for good.", number=number)
        rows = (
            (Button(say("Yes, take it off"), f"rep:{number}:{OFF_YES}"),),
            (Button(say("No, keep it"), f"rep:{number}:{KEEP}"),),
        )
        return Answer(screen=Screen(escape(text), rows))

    def _keep(self, touch: Touch, _: int) -> Answer:
        return Answer(touch.language.say("It stays."))

    def _take_off(self, touch: Touch, number: int) -> Answer:
        store.close_reports(touch.connection, number)
        self.publisher.take_off(touch.connection, number)
        moderation_store.log(touch.connection, touch.now, touch.user_id, "take_off", str(number))
        done = touch.language.say("#%(number)s is taken off.", number=number)
        return Answer(done, screen=Screen(escape(done)), erased=True)

    def _dismiss(self, touch: Touch, number: int) -> Answer:
        say = touch.language.say
        if not store.close_reports(touch.connection, number):
            return Answer(say("Already done: %(what)s", what=say("It stays.")))
        moderation_store.log(touch.connection, touch.now, touch.user_id, "dismiss", str(number))
        done = say("#%(number)s stays.", number=number)
        return Answer(done, screen=Screen(escape(done)))

    def _buttons(self, number: int, language: Language) -> tuple[Button, ...]:
        say = language.say
        return (
            Button(say("🗑 Take it off"), f"rep:{number}:{OFF}"),
            Button(say("👌 Nothing wrong"), f"rep:{number}:{FINE}"),
        )


def _told(reasons: dict[str, int], language: Language) -> str:
    return ", ".join(
        f"{language.say(REPORT[reason])} × {reasons[reason]}"
        for reason in REPORTS
        if reasons.get(reason)
    )
