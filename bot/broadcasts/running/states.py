"""What becomes of a message that was delivered: taken back, corrected, or left as it was."""

from bot.broadcasts.states import BroadcastState, RecipientState

RECALL, RECALLED = "recall", "recalled"
CORRECT, CORRECTED = "correct", "edited"
KEPT = "kept"

JOBS = {RECALL: RECALLED, CORRECT: CORRECTED}
"""Waiting for it, and it is done; either may end in `KEPT` instead."""
STANDING = (RecipientState.SENT.value, CORRECTED, KEPT)
"""A message of the broadcast stands in these chats."""

BEGUN = (BroadcastState.SENDING.value, BroadcastState.PAUSED.value)
OVER = (
    BroadcastState.DONE.value,
    BroadcastState.CANCELLED.value,
    BroadcastState.STOPPED.value,
)
