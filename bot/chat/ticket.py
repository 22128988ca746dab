"""An update on its way from Telegram to its commit, and whose turn it takes."""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]
Key = tuple[str, int]
LARGEST_ID = (1 << 63) - 1
# Where an update says who sent it, or at least in which chat.
PARTS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member",
         "inline_query", "channel_post", "edited_channel_post", "message_reaction", "poll_answer")  # fmt: skip


@dataclass(eq=False)
class Ticket:
    """`committed` is set once the update can be acknowledged: it is worked on, or kept.

    `waited` says that it is kept in the inbox while it waits for its turn, `done` that it had it.
    """

    update_id: int
    raw: Raw
    committed: asyncio.Event = field(default_factory=asyncio.Event)
    waited: bool = False
    done: bool = False


TICKET: ContextVar[Ticket] = ContextVar("ticket")


def id_of(raw: Raw) -> int | None:
    """None for what is no update."""
    number = raw.get("update_id")
    return number if type(number) is int and 0 <= number <= LARGEST_ID else None


def key_of(raw: Raw) -> Key:
    """The sender, else the chat, else a key of its own."""
    for part in PARTS:
        value = raw.get(part)
        if not isinstance(value, dict):
            continue
        for name in ("from", "user"):
            if isinstance(sender := value.get(name), dict) and isinstance(sender.get("id"), int):
                return "user", sender["id"]
        if isinstance(chat := value.get("chat"), dict) and isinstance(chat.get("id"), int):
            return "chat", chat["id"]
    return "none", id_of(raw) or 0
