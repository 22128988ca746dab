"""What an update must be like before anything is read off it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Update

from bot.chat.shape import LARGEST_ID, MalformedError, check_shape, is_id, sayable
from bot.chat.ticket import key_of

BOT = Bot("1:token")
USER = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "it"}
CHAT = {"id": 7, "type": "private"}
MESSAGE = {"message_id": 1, "date": 1, "from": USER, "chat": CHAT, "text": "x"}
QUERY = {"id": "1", "from": USER, "chat_instance": "1", "data": "x", "message": MESSAGE}


def check(**update: Any) -> None:
    parsed = Update.de_json({"update_id": 1, **update}, BOT)
    check_shape(parsed)


@pytest.mark.parametrize(
    "update",
    [
        {"message": MESSAGE},
        {"message": {**MESSAGE, "text": None, "caption": "x"}},
        {"edited_message": MESSAGE},
        {"callback_query": QUERY},
        {"callback_query": {**QUERY, "message": {"chat": CHAT, "message_id": 9, "date": 0}}},
        {"callback_query": {**QUERY, "message": None, "inline_message_id": "1"}},
        {"message": {**MESSAGE, "chat": {"id": -100, "type": "supergroup"}}},
        {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -100, "type": "channel"}}},
        {},
    ],
)
def test_what_telegram_sends_is_taken(update: dict[str, Any]) -> None:
    check(**update)


@pytest.mark.parametrize(
    "update",
    [
        {"message": {**MESSAGE, "from": {**USER, "id": "7"}}},
        {"message": {**MESSAGE, "from": {**USER, "id": True}}},
        {"message": {**MESSAGE, "from": {**USER, "id": -7}}},
        {"message": {**MESSAGE, "from": {**USER, "id": 1 << 63}}},
        {"message": {**MESSAGE, "from": {**USER, "language_code": 5}}},
        {"message": {**MESSAGE, "chat": {"id": 8, "type": "private"}}},
        {"message": {**MESSAGE, "chat": {"id": -100, "type": 5}}},
        {"message": {**MESSAGE, "text": ["x"]}},
        {"message": {**MESSAGE, "caption": {"x": 1}}},
        {"edited_message": {**MESSAGE, "text": 5}},
        {"callback_query": {**QUERY, "data": 5}},
        {"callback_query": {**QUERY, "id": 5}},
        {"callback_query": {**QUERY, "message": {**MESSAGE, "chat": {"id": 8, "type": "private"}}}},
    ],
)
def test_what_only_a_forger_sends_is_not(update: dict[str, Any]) -> None:
    with pytest.raises(MalformedError):
        check(**update)


@pytest.mark.parametrize("value", [None, True, 0, 1.0, "1", [], LARGEST_ID + 1, -LARGEST_ID - 1])
def test_what_is_no_id(value: object) -> None:
    assert not is_id(value)


@given(st.text(max_size=50))
def test_what_can_be_said_stays_as_it_is(text: str) -> None:
    assert sayable(text) == text


@given(st.text(st.characters(categories=["Cs", "Ll", "So"]), max_size=50))
def test_halves_of_letters_become_something_sayable(text: str) -> None:
    sayable(text).encode()
    assert len(sayable(text)) <= len(text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["from", "id", "chat"]), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["update_id", "message", "callback_query"]), json_values))
def test_anything_has_a_key(raw: dict[str, Any]) -> None:
    kind, number = key_of(raw)
    assert kind in {"user", "chat", "none"}
    assert isinstance(number, int)
