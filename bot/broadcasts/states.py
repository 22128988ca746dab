"""The states of a broadcast and of each of its recipients."""

from enum import StrEnum


class BroadcastState(StrEnum):
    """`SCHEDULED`: the sender begins it at its time. `STOPPED`: it cannot go on, its row says why.

    What is pending in a broadcast that is over is never sent.
    """

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    STOPPED = "stopped"


class RecipientState(StrEnum):
    """`SENDING`: taken, and with the reason `away` on its way in this moment. `UNKNOWN`: cut on its
    way, it arrived or it did not.

    `BLOCKED` is who cannot be reached any more, `SKIPPED` who left before their turn.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


MOVES = {
    BroadcastState.DRAFT: {BroadcastState.SCHEDULED, BroadcastState.CANCELLED},
    BroadcastState.SCHEDULED: {
        BroadcastState.DRAFT,
        BroadcastState.SENDING,
        BroadcastState.CANCELLED,
    },
    BroadcastState.SENDING: {
        BroadcastState.PAUSED,
        BroadcastState.DONE,
        BroadcastState.CANCELLED,
        BroadcastState.STOPPED,
    },
    BroadcastState.PAUSED: {BroadcastState.SENDING, BroadcastState.CANCELLED},
}
