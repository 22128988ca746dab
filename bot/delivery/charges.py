"""What a call costs: which chat it goes to, and how many messages Telegram counts for it."""

from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import Any, TypeAlias

CHARGED = ("send", "copyMessage", "forwardMessage", "editMessage")
FREE = frozenset({"sendChatAction"})
COUNTED_BY = {
    "sendMediaGroup": "media",
    "copyMessages": "message_ids",
    "forwardMessages": "message_ids",
}

ChatId: TypeAlias = int | str


@dataclass(frozen=True, slots=True)
class Call:
    """`chat` is None for calls to no chat (answers, inline messages, settings of the bot)."""

    chat: ChatId | None
    cost: int

    @property
    def to_group(self) -> bool:
        """Groups and channels, which cannot be told apart: negative ids, and names."""
        return isinstance(self.chat, str) or (self.chat is not None and self.chat < 0)


def call_of(endpoint: str, data: Mapping[str, Any]) -> Call:
    """`data` as the library hands it to a rate limiter: the parameters before encoding."""
    return Call(chat_key(data.get("chat_id")), _cost(endpoint, data))


def chat_key(chat: object) -> ChatId | None:
    """One chat has one key: `"12"` is 12, names are the same in capitals."""
    if isinstance(chat, str):
        return int(chat) if chat.lstrip("-").isdecimal() else chat.lower()
    return chat if isinstance(chat, int) else None


def _cost(endpoint: str, data: Mapping[str, Any]) -> int:
    if endpoint in FREE or not endpoint.startswith(CHARGED):
        return 0
    several = data.get(COUNTED_BY.get(endpoint, ""))
    return (
        max(1, len(several)) if isinstance(several, Sized) and not isinstance(several, str) else 1
    )
