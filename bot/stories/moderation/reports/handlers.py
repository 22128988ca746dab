"""Reports of readers: a notice for each story, and what moderators do about it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.stories.model import REPORTS
from bot.stories.moderation import store as moderation_store
from bot.stories.moderation import verdicts
from bot.stories.moderation.press import number_in
from bot.stories.moderation.publisher import Publisher
from bot.stories.moderation.reports import notes, store
from bot.stories.moderation.reports.pressed import Pressed
from bot.stories.moderation.rights import Moderators, Spoken
from bot.stories.moderation.settling import Settling
from bot.stories.publishing.store import state_of
from bot.stories.words import REPORT
from bot.texts.html import escape
from bot.texts.language import Language

TOLD_AT, MOST_AGAIN = (1, 3, 10, 30, 100), 10
OFF, OFF_YES, KEEP, FINE = "off", "yes", "keep", "fine"
LONGEST_NUMBER = 12


@dataclass(frozen=True)
class Reports:
    """`address` is where a published story is read."""

    publisher: Publisher
    moderators: Moderators
    spoken: Spoken
    address: Callable[[int], str]
    settling: Settling

    def reported(self, connection: Connection, number: int) -> None:
        """To be called after each report: told at the first one, then when they have grown many."""
        reasons = store.open_reports(connection, number)
        if reasons.total() not in TOLD_AT:
            return
        language = self.spoken.usual()
        text = self._text(number, reasons, language)
        self.moderators.tell(connection, text, _buttons(number, language))

    def open(self, connection: Connection) -> list[int]:
        """The stories of which something is to be decided."""
        return store.reported(connection)

    def tell_again(self, connection: Connection, chat: int) -> int:
        """The notices of those, a few at once, in that chat alone; how many."""
        language, numbers = self.spoken.of(connection, chat), self.open(connection)[:MOST_AGAIN]
        for number in numbers:
            text = self._text(number, store.open_reports(connection, number), language)
            self.moderators.post(connection, chat, text, _buttons(number, language))
        return len(numbers)

    def press(self, touch: Touch) -> Answer:
        """`rep:<number>:<action>[:<place>]`, by somebody who may."""
        _, digits, action, place = (*touch.data.split(":", 3), "", "", "")[:4]
        pressed = Pressed(
            touch, number_in(digits, LONGEST_NUMBER), number_in(place, LONGEST_NUMBER)
        )
        state = state_of(touch.connection, pressed.number)
        actions = {
            OFF: _ask,
            OFF_YES: self._take_off,
            KEEP: self._keep,
            FINE: self._dismiss,
            notes.LIST: notes.list_notes,
            notes.TAKE: self._take_off_note,
        }
        if state is None or action not in actions:
            return Answer(touch.language.say("That button no longer does anything."))
        if state.is_gone:
            above = pressed.place if action == OFF_YES else 0
            return Answer(self._settled(pressed, verdicts.GONE, above), alert=True)
        return actions[action](pressed)

    def _keep(self, pressed: Pressed) -> Answer:
        """The report stays open: its notice goes on asking."""
        return Answer(self._settled(pressed, verdicts.KEPT))

    def _take_off(self, pressed: Pressed) -> Answer:
        self.publisher.take_off(pressed.touch.connection, pressed.number)
        self._note(pressed, "take_off")
        said = self._settled(pressed, verdicts.TAKEN_OFF, above=pressed.place)
        return Answer(said, erased=True)

    def _take_off_note(self, pressed: Pressed) -> Answer:
        """The report stays open: it may be about more."""
        answer = notes.take_off(pressed, self.publisher)
        if answer.erased:
            self._note(pressed, "take_off_note")
        return answer

    def _dismiss(self, pressed: Pressed) -> Answer:
        say = pressed.touch.language.say
        is_first = store.close_reports(pressed.touch.connection, pressed.number)
        done = self._settled(pressed, verdicts.KEPT)
        if not is_first:
            return Answer(say("Already done: %(what)s", what=done))
        self._note(pressed, "dismiss")
        return Answer(done)

    def _text(self, number: int, reasons: Counter[str], language: Language) -> str:
        return language.say(
            "🚩 Readers report #%(number)s: %(reasons)s\n%(address)s",
            number=number,
            reasons=_told(reasons, language),
            address=self.address(number),
        )

    def _note(self, pressed: Pressed, action: str) -> None:
        touch = pressed.touch
        moderation_store.log(
            touch.connection, touch.now, touch.user_id, action, str(pressed.number)
        )

    def _settled(self, pressed: Pressed, what: str, above: int = 0) -> str:
        """A line, which is what is left of the messages that asked; `above` is one of them."""
        touch, verdict = pressed.touch, f"{what}:{pressed.number}"
        here = touch.message.message_id if touch.message else 0
        asking = {(touch.chat_id, message) for message in (here, above) if message}
        self.settling.settle(touch.connection, verdict, asking)
        return verdicts.sentence(verdict, touch.language)


def _ask(pressed: Pressed) -> Answer:
    say, number, message = pressed.touch.language.say, pressed.number, pressed.touch.message
    text = say("Take #%(number)s off? Its text, comments and votes go for good.", number=number)
    notice = message.message_id if message else 0
    rows = (
        (Button(say("Yes, take it off"), f"rep:{number}:{OFF_YES}:{notice}"),),
        (Button(say("No, keep it"), f"rep:{number}:{KEEP}"),),
    )
    return Answer(screen=Screen(escape(text), rows))


def _buttons(number: int, language: Language) -> tuple[Button, ...]:
    say = language.say
    return (
        Button(say("🗑 Take it off"), f"rep:{number}:{OFF}"),
        Button(say("💬 Its comments"), f"rep:{number}:{notes.LIST}"),
        Button(say("👌 Nothing wrong"), f"rep:{number}:{FINE}"),
    )


def _told(reasons: Counter[str], language: Language) -> str:
    return ", ".join(
        f"{language.say(REPORT[reason])} × {reasons[reason]}"
        for reason in REPORTS
        if reasons[reason]
    )
