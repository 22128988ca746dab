"""Updates that Telegram would send on a bad day, and those that only a forger would."""

import copy
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram.constants import UpdateType

from tests.chat.hostile_words import HOSTILE_TEXTS, JUNK, Words

Json = dict[str, Any]
KINDS = sorted(kind.value for kind in UpdateType)
ABOUT_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post",
                  "business_message", "edited_business_message", "guest_message")  # fmt: skip
CONTENTS: tuple[Json, ...] = (
    {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                 "is_animated": False, "is_video": False}},
    {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
    {"document": {"file_id": "d", "file_unique_id": "d"}, "caption": "/forget"},
    {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}], "caption": "x"},
    {"location": {"latitude": 45.0, "longitude": 9.0}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    {"new_chat_title": "/forget"},
    {"web_app_data": {"data": "forget:yes", "button_text": "x"}},
    {"successful_payment": {"currency": "EUR", "total_amount": 1, "invoice_payload": "forget:yes",
                            "telegram_payment_charge_id": "1", "provider_payment_charge_id": "1"}},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0,
              "is_closed": False, "is_anonymous": True, "type": "regular",
              "allows_multiple_answers": False}},
)  # fmt: skip


@dataclass
class Forger:
    """`crowd` are ids of people who attack, `rooms` of groups and channels, `target` is the one
    who is to be harmed: their id stands everywhere but in `from`.
    """

    randomness: random.Random
    words: Words
    crowd: Sequence[int]
    rooms: Sequence[tuple[int, str]]
    target: int

    def sent(self) -> Json:
        """In Telegram's form, but of every kind and with any content."""
        kind = self._pick(KINDS)
        if kind == "callback_query":
            return {kind: self._press()}
        if kind in ABOUT_MESSAGES:
            return {kind: self._message()}
        if kind in {"my_chat_member", "chat_member"}:
            return {kind: self._membership()}
        return {kind: self._other()}

    def broken(self) -> Json:
        """The same with anything in one, two or three places where it does not belong."""
        update = copy.deepcopy(self.sent())
        for _ in range(self.randomness.randint(1, 3)):
            self._break(update)
        return update

    def _break(self, value: Any) -> None:
        while isinstance(value, dict | list) and value:
            key: Any = self._pick(list(value) if isinstance(value, dict) else range(len(value)))
            if not isinstance(value[key], dict | list) or self.randomness.random() < 0.3:
                if isinstance(value, dict) and self.randomness.random() < 0.3:
                    del value[key]
                else:
                    value[key] = copy.deepcopy(self._pick(JUNK))
                return
            value = value[key]

    def _user(self) -> Json:
        sender = self._pick(self.crowd)
        user: Json = {"id": sender, "is_bot": self._rarely(), "first_name": self._text()[:64]}
        if not self._rarely():
            user["language_code"] = self._pick(["en", "it-IT", "pl", "xx", "", "\u202e", "e" * 99])
        return user

    def _chat(self, sender: int) -> Json:
        if self.randomness.random() < 0.2:
            return {"id": sender, "type": "private", "first_name": "x"}
        if self._rarely():
            return {"id": self.target, "type": "private"}
        chat_id, kind = self._pick(self.rooms)
        return {"id": chat_id, "type": kind, "title": self._text()[:64]}

    def _message(self) -> Json:
        user = self._user()
        message: Json = {"message_id": self._number(), "date": 1_790_000_000}
        message |= {"from": user, "chat": self._chat(user["id"])}
        if self._rarely():
            del message["from"]
        message |= self._pick(CONTENTS) if self._rarely() else {"text": self._text()}
        for name, value in self._attachments().items():
            if self._rarely():
                message[name] = value
        return message

    def _attachments(self) -> Json:
        target = {"id": self.target, "is_bot": False, "first_name": "T"}
        chat = {"id": self.target, "type": "private"}
        return {
            "forward_origin": {"type": "user", "date": 1, "sender_user": target},
            "reply_to_message": {"message_id": 1, "date": 1, "chat": chat, "from": target},
            "via_bot": target,
            "sender_chat": chat,
            "sender_business_bot": target,
            "new_chat_members": [target],
            "left_chat_member": target,
            "migrate_to_chat_id": self.target,
            "contact": {"phone_number": "1", "first_name": "T", "user_id": self.target},
            "entities": [{"type": "text_mention", "offset": 0, "length": 9, "user": target}],
            "business_connection_id": "x",
            "is_topic_message": True,
        }

    def _press(self) -> Json:
        user = self._user()
        press: Json = {"id": str(self._number()), "from": user, "chat_instance": "1"}
        press["data"] = self.words.data()
        shown = {"message_id": self._number(), "chat": self._chat(user["id"])}
        press["message"] = shown | {"date": 0 if self._rarely() else 1_790_000_000}
        if self._rarely():
            del press["message"]
            press["inline_message_id"] = "1"
        return press

    def _membership(self) -> Json:
        user = self._user()
        bot = {"id": 1000, "is_bot": True, "first_name": "G", "username": "g"}
        statuses = ("member", "left", "kicked", "administrator", "restricted", "creator", "odd")
        old, new = ({"user": bot, "status": self._pick(statuses)} for _ in range(2))
        members = {"old_chat_member": old, "new_chat_member": new}
        return {"chat": self._chat(user["id"]), "from": user, "date": 1, **members}

    def _other(self) -> Json:
        """Kinds that the bot never asked for, with all that any of them holds."""
        user = self._user()
        return {
            "id": str(self._number()), "from": user, "user": user, "chat": self._chat(user["id"]),
            "date": 1, "query": self._text(), "offset": "", "poll_id": "1", "option_ids": [],
            "message_id": 1, "old_reaction": [], "new_reaction": [], "user_chat_id": self.target,
            "invoice_payload": "forget:yes", "currency": "EUR", "total_amount": 1,
            "is_enabled": True, "business_connection_id": "x", "message_ids": [1],
        }  # fmt: skip

    def _text(self) -> str:
        return self._pick(HOSTILE_TEXTS) if self.randomness.random() < 0.5 else self.words.text()

    def _number(self) -> int:
        return self.randomness.choice([0, 1, 5, 9, 12, 999, 1 << 31, (1 << 53) + 1])

    def _rarely(self) -> bool:
        return self.randomness.random() < 0.1

    def _pick(self, things: Sequence[Any]) -> Any:
        return things[self.randomness.randrange(len(things))]
