"""Names of states, and why something did not arrive."""

from bot.broadcasts.running.states import OVER
from bot.broadcasts.states import BroadcastState
from bot.texts.language import Language


def state_name(state: BroadcastState, language: Language) -> str:
    return {
        BroadcastState.DRAFT: language.say("draft"),
        BroadcastState.SCHEDULED: language.say("scheduled"),
        BroadcastState.SENDING: language.say("being sent"),
        BroadcastState.PAUSED: language.say("paused"),
        BroadcastState.DONE: language.say("sent"),
        BroadcastState.CANCELLED: language.say("cancelled"),
        BroadcastState.STOPPED: language.say("stopped"),
    }[state]


def state_sign(state: BroadcastState) -> str:
    if state.value in OVER:
        return "✅" if state is BroadcastState.DONE else "⏹"
    return {BroadcastState.SCHEDULED: "🕑", BroadcastState.PAUSED: "⏸"}.get(state, "📣")
