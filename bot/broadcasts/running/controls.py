"""The buttons of a running broadcast, and of one that is over: each is done once, or says why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.broadcasts import store as broadcast_store
from bot.broadcasts.running import store
from bot.broadcasts.running.amending import store as amending
from bot.broadcasts.running.report import report_of
from bot.broadcasts.running.shown import SLOWEST, STEP, is_changeable
from bot.broadcasts.running.states import BEGUN, RECALL
from bot.broadcasts.running.store import Broadcast
from bot.broadcasts.states import BroadcastState
from bot.broadcasts.store import FASTEST
from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.texts.language import Language


@dataclass(frozen=True)
class Effects:
    """Called for what is about to be committed. `changed`: the sender looks again; `amending`:
    the broadcast's messages are to be changed; `listed`: a chat wants a broadcast's list; `note`
    is for the audit list.
    """

    changed: Callable[[], None]
    amending: Callable[[int], None]
    listed: Callable[[int, int], None]
    note: Callable[[Touch, str, int], None]


Control = Callable[[Effects, Touch, Broadcast, str], Answer]


def pause(effects: Effects, touch: Touch, broadcast: Broadcast, _: str) -> Answer:
    done = broadcast_store.move(touch.connection, broadcast.id, BroadcastState.PAUSED, touch.now)
    if not done:
        return _too_late(touch.language)
    effects.note(touch, "paused a broadcast", broadcast.id)
    effects.changed()
    return Answer(touch.language.say("Paused."))


def go_on(effects: Effects, touch: Touch, broadcast: Broadcast, _: str) -> Answer:
    """Only of a paused one: what is scheduled has its time."""
    if broadcast.state is not BroadcastState.PAUSED:
        return _too_late(touch.language)
    broadcast_store.move(touch.connection, broadcast.id, BroadcastState.SENDING, touch.now)
    effects.note(touch, "went on with a broadcast", broadcast.id)
    effects.changed()
    return Answer(touch.language.say("It goes on."))


def slower(effects: Effects, touch: Touch, broadcast: Broadcast, _: str) -> Answer:
    return _paced(effects, touch, broadcast, broadcast.pace - STEP)


def faster(effects: Effects, touch: Touch, broadcast: Broadcast, _: str) -> Answer:
    return _paced(effects, touch, broadcast, broadcast.pace + STEP)


def cancel(effects: Effects, touch: Touch, broadcast: Broadcast, value: str) -> Answer:
    """Asks once, in a message of its own."""
    language = touch.language
    if broadcast.is_over:
        return _too_late(language)
    if value != "yes":
        return _asking(touch, broadcast, "cancel", language.say("Yes, cancel it"))
    broadcast_store.move(touch.connection, broadcast.id, BroadcastState.CANCELLED, touch.now)
    effects.note(touch, "cancelled a broadcast", broadcast.id)
    effects.changed()
    return Answer(language.say("Cancelled. Whoever still waited gets nothing."), alert=True)


def recall(effects: Effects, touch: Touch, broadcast: Broadcast, value: str) -> Answer:
    """Asks once, then every message that Telegram lets go is deleted."""
    language = touch.language
    report = report_of(touch.connection, broadcast)
    if not is_changeable(broadcast, report, touch.now):
        return _too_late(language)
    if value != "yes":
        return _asking(touch, broadcast, RECALL, language.say("Yes, take it back"))
    amending.begin(touch.connection, broadcast.id, RECALL)
    store.set_live(touch.connection, broadcast.id, touch.chat_id, None)
    effects.note(touch, "recalled a broadcast", broadcast.id)
    effects.amending(broadcast.id)
    return Answer(language.say("It is being taken back. A new message shows how far it is."))


def listed(effects: Effects, touch: Touch, broadcast: Broadcast, _: str) -> Answer:
    effects.listed(touch.chat_id, broadcast.id)
    return Answer(touch.language.say("The list comes in a moment."))


def kept(_: Effects, touch: Touch, __: Broadcast, ___: str) -> Answer:
    """No to what was asked."""
    return Answer(touch.language.say("Nothing has changed."))


CONTROLS: Mapping[str, Control] = MappingProxyType(
    {
        "pause": pause,
        "on": go_on,
        "slower": slower,
        "faster": faster,
        "cancel": cancel,
        "recall": recall,
        "csv": listed,
        "no": kept,
    }
)


def _paced(effects: Effects, touch: Touch, broadcast: Broadcast, percent: int) -> Answer:
    pace = max(SLOWEST, min(FASTEST, percent))
    if broadcast.state.value not in BEGUN:
        return _too_late(touch.language)
    broadcast_store.set_pace(touch.connection, broadcast.id, pace)
    effects.changed()
    return Answer(touch.language.say("Pace: %(pace)s %%", pace=pace))


def _asking(touch: Touch, broadcast: Broadcast, what: str, yes: str) -> Answer:
    report = report_of(touch.connection, broadcast)
    language, prefix = touch.language, f"bc:{broadcast.id}"
    text = language.page(
        "broadcast_ask",
        what=what,
        number=broadcast.id,
        waiting=language.number(report.progress.waiting),
        delivered=language.number(report.delivered - report.recalled),
    )
    rows = (
        (Button(yes, f"{prefix}:{what}:yes"),),
        (Button(language.say("No, leave it"), f"{prefix}:no"),),
    )
    return Answer(screen=Screen(text, rows))


def _too_late(language: Language) -> Answer:
    return Answer(language.say("That can't be done any more."), alert=True)
