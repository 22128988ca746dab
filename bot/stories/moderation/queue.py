"""The queue: how much waits and for how long, the next card, notices again, pausing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from sqlalchemy import Connection

from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.stories import intake_pause
from bot.stories import store as submission_store
from bot.stories.model import Kind, State
from bot.stories.moderation import store
from bot.stories.moderation.ages import Ages
from bot.stories.moderation.card import new_card
from bot.stories.moderation.deeds import deeds_screen
from bot.stories.moderation.reports.handlers import Reports
from bot.stories.moderation.store import CardStore
from bot.stories.words import KIND
from bot.texts.language import Language

SHOWN = (State.WAITING, State.ASKED, State.ASIDE, State.NEW)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEXT, REPORTS, DOUBTS, LOG = "next", "reports", "doubts", "log"
PAUSE, RESUME = "pause", "resume"


class Asked(Protocol):
    """What moderators are asked in notices, which may have been lost: `open` gives the stories
    of which something is to be decided, `tell_again` how many notices come again in that chat.
    """

    def open(self, connection: Connection, /) -> list[int]: ...

    def tell_again(self, connection: Connection, chat: int, /) -> int: ...


class Queue:
    """Remembers which cards it has shown to whom, so that *next* goes on."""

    def __init__(
        self,
        cards: CardStore,
        ages: Ages,
        reports: Reports,
        doubts: Asked,
        wake: Callable[[], None],
    ) -> None:
        self._cards, self._ages, self._wake = cards, ages, wake
        self._reports, self._doubts = reports, doubts
        self._shown: dict[int, set[str]] = {}

    def command(self, touch: Touch, name: str) -> Answer | None:
        """`queue`, `pause` or `resume`, by somebody who may; None for any other."""
        if name in {PAUSE, RESUME}:
            self._set_paused(touch, value=name == PAUSE)
        elif name != "queue":
            return None
        return Answer(screen=self.screen(touch))

    def press(self, touch: Touch, action: str) -> Answer:
        say = touch.language.say
        if action in {PAUSE, RESUME}:
            self._set_paused(touch, value=action == PAUSE)
            done = (
                say("Stories are not taken now.") if action == PAUSE else say("Stories are taken.")
            )
            return Answer(done, screen=self.screen(touch))
        if action == LOG:
            deeds = deeds_screen(touch.connection, touch.language, self._reports.address)
            return Answer(screen=deeds)
        shows = {
            NEXT: self._show_next,
            REPORTS: self._reports.tell_again,
            DOUBTS: self._doubts.tell_again,
        }.get(action)
        if shows is None:
            return Answer(say("That button no longer does anything."))
        is_shown = shows(touch.connection, touch.chat_id)
        return Answer("" if is_shown else say("Nothing waits. Thank you!"))

    def screen(self, touch: Touch) -> Screen:
        connection, language = touch.connection, touch.language
        is_paused = intake_pause.paused(connection)
        oldest = self._ages.oldest(touch.now)
        reports, doubts = len(self._reports.open(connection)), len(self._doubts.open(connection))
        text = language.page(
            "moderation_queue",
            rows=_rows(store.counts(connection), language),
            oldest=age(oldest, language) if oldest is not None else "",
            is_late=oldest is not None and oldest > DAY,
            reports=reports,
            doubts=doubts,
            paused=is_paused,
        )
        return Screen(text, _buttons(language, reports=reports, doubts=doubts, paused=is_paused))

    def _set_paused(self, touch: Touch, *, value: bool) -> None:
        if intake_pause.paused(touch.connection) != value:
            intake_pause.set_paused(touch.connection, value)
            action = PAUSE if value else RESUME
            store.log(touch.connection, touch.now, touch.user_id, action, "stories")

    def _show_next(self, connection: Connection, chat: int) -> bool:
        """The card of the oldest one not shown here before comes again, below."""
        cards = [card for card in self._cards.all(connection) if card.chat == chat]
        folded = {key for card in cards for key in card.others}
        left = [key for key in self._order(connection) if key not in folded]
        shown = self._shown.setdefault(chat, set())
        if shown.issuperset(left):
            shown.clear()
        key = next((key for key in left if key not in shown), None)
        if key is None:
            return False
        shown.add(key)
        known = next((card for card in cards if card.submission == key), None)
        card = replace(known, again=True, panel="") if known else new_card(key, chat)
        self._cards.put(connection, [card])
        self._wake()
        return True

    def _order(self, connection: Connection) -> list[str]:
        """What waits, the oldest first, then what was set aside."""
        place = {key: number for number, key in enumerate(self._ages.in_order())}
        found = submission_store.in_states(connection, (State.WAITING, State.ASIDE))
        found.sort(key=lambda one: (one.state is State.ASIDE, place.get(one.key, len(place))))
        return [one.key for one in found]


def age(passed: timedelta, language: Language) -> str:
    """In whole hours up to two days, then in whole days."""
    if passed < HOUR:
        return language.say("less than an hour")
    if passed < 2 * DAY:
        hours = passed // HOUR
        return language.ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    days = passed // DAY
    return language.ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


def _buttons(
    language: Language, *, reports: int, doubts: int, paused: bool
) -> tuple[tuple[Button, ...], ...]:
    say = language.say
    turn = (
        Button(say("▶️ Take stories again"), f"mod:queue:{RESUME}")
        if paused
        else Button(say("⏸ Pause taking stories"), f"mod:queue:{PAUSE}")
    )
    next_ = Button(say("👇 Show me the next"), f"mod:queue:{NEXT}")
    reported = Button(say("🚩 Show the reports"), f"mod:queue:{REPORTS}") if reports else None
    doubtful = Button(say("❓ Show the posts in doubt"), f"mod:queue:{DOUBTS}") if doubts else None
    deeds = Button(say("🗒 What was done lately"), f"mod:queue:{LOG}")
    return tuple((button,) for button in (next_, reported, doubtful, turn, deeds) if button)


def _rows(
    counts: dict[tuple[str, str], int], language: Language
) -> list[tuple[str, dict[str, int]]]:
    """For each kind of which there is something, how many by state."""
    rows = [
        (language.say(KIND[kind]), {str(state): counts.get((kind, state), 0) for state in SHOWN})
        for kind in Kind
    ]
    return [(name, by_state) for name, by_state in rows if any(by_state.values())]
