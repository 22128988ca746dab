"""Saying, changing and taking back messages, with everybody told who sees the chat."""

from collections.abc import Callable
from typing import Any

from bot.playground.chats import Chat, User
from bot.playground.events import Events
from bot.playground.refusal import UnchangedError, bad_request

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 60 * 60


def without_reply(message: Json) -> Json:
    """As it stands in `reply_to_message`, which never holds another one."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


class Messages:
    def __init__(self, bot: User, events: Events, clock: Callable[[], float]) -> None:
        self._bot = bot
        self._events = events
        self._clock = clock
        self._last_id = 0

    def post(self, chat: Chat, author: User | None, content: Json) -> Json:
        """The new message; without an author (or in a channel) the chat itself is the sender."""
        message: Json = {"message_id": self._next_id(chat)}
        if author is None or chat.type == "channel":
            message["sender_chat"] = chat.json()
        else:
            message["from"] = author.json()
        message |= {"chat": chat.json(), "date": int(self._clock()), **content}
        chat.messages[message["message_id"]] = message
        by_bot = author is not None and author.is_bot
        if by_bot and chat.type == "channel":
            chat.own_posts.add(message["message_id"])
        self._tell(chat, "message", message=message, by_bot=by_bot)
        return message

    def _next_id(self, chat: Chat) -> int:
        if chat.counts_itself:
            chat.last_own_id += 1
            return chat.last_own_id
        self._last_id += 1
        return self._last_id

    def _tell(self, chat: Chat, kind: str, **fields: Any) -> None:
        self._events.tell(chat.audience(self._bot.id), kind, chat_id=chat.id, **fields)

    def editable(self, chat: Chat, message_id: int | None) -> Json:
        """A message the bot may edit: its own. Raises Telegram's refusals."""
        if message_id is None:
            raise bad_request("message identifier is not specified")
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if message.get("from", {}).get("id") != self._bot.id and not self._own_post(chat, message):
            raise bad_request("message can't be edited")
        if "forward_origin" in message:
            raise bad_request("message can't be edited")
        return message

    def _own_post(self, chat: Chat, message: Json) -> bool:
        return chat.type == "channel" and (
            message["message_id"] in chat.own_posts
            or chat.member(self._bot.id).may("can_edit_messages")
        )

    def edit(self, chat: Chat, message: Json, changes: Json, *, by_bot: bool = True) -> Json:
        """Replaces the parts that `changes` names; None takes one away.

        Raises UnchangedError when nothing would change.
        """
        before = {key: value for key, value in message.items() if key != "edit_date"}
        merged = {**before, **changes}
        after = {key: value for key, value in merged.items() if value is not None}
        if after == before:
            raise UnchangedError
        stripped = after == {k: value for k, value in before.items() if k != "reply_markup"}
        after["edit_date"] = int(self._clock())
        chat.messages[message["message_id"]] = after
        self._tell(chat, "edited", message=after, by_bot=by_bot, stripped=stripped)
        return after

    def check_deletable(self, chat: Chat, message: Json) -> None:
        own = message.get("from", {}).get("id") == self._bot.id or self._own_post(chat, message)
        may = chat.private or own or chat.member(self._bot.id).may("can_delete_messages")
        if not may:
            raise bad_request("message can't be deleted")
        if self._clock() - message["date"] > DELETABLE_SECONDS:
            raise bad_request("message can't be deleted for everyone")

    def delete(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self._tell(chat, "deleted", message={"message_id": message_id})
