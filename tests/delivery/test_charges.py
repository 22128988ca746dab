"""What Telegram counts."""

from typing import Any

import pytest

from bot.delivery.charges import Call, call_of


@pytest.mark.parametrize(
    ("endpoint", "more", "cost"),
    [
        ("sendMessage", {}, 1),
        ("copyMessage", {}, 1),
        ("forwardMessage", {}, 1),
        ("editMessageText", {}, 1),
        ("editMessageReplyMarkup", {}, 1),
        ("sendMediaGroup", {"media": [1, 2, 3]}, 3),
        ("sendMediaGroup", {"media": "[1, 2, 3]"}, 1),
        ("copyMessages", {"message_ids": (4, 5)}, 2),
        ("forwardMessages", {"message_ids": []}, 1),
        ("sendChatAction", {}, 0),
        ("deleteMessage", {}, 0),
        ("getChat", {}, 0),
        ("setMessageReaction", {}, 0),
        ("editChatInviteLink", {}, 0),
    ],
)
def test_cost(endpoint: str, more: dict[str, Any], cost: int) -> None:
    assert call_of(endpoint, {"chat_id": 5, **more}) == Call(5, cost)


@pytest.mark.parametrize(
    ("chat_id", "chat", "group"),
    [
        (5, 5, False),
        ("5", 5, False),
        (-100, -100, True),
        ("-100", -100, True),
        ("@News", "@news", True),
        (None, None, False),
    ],
)
def test_chats(chat_id: object, chat: object, group: bool) -> None:
    call = call_of("sendMessage", {"chat_id": chat_id})
    assert (call.chat, call.to_group) == (chat, group)
