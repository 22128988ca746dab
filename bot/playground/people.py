"""What people do in their chats, and the updates the bot gets from it."""

from typing import Any

from bot.playground.callbacks import Press
from bot.playground.chats import Chat, User
from bot.playground.detection import with_detected
from bot.playground.files import Upload
from bot.playground.formatted import Formatted, clean
from bot.playground.membership import change_bot_status
from bot.playground.messages import without_reply
from bot.playground.methods.copies import forwarded
from bot.playground.refusal import bad_request, forbidden
from bot.playground.telegram import Telegram

Json = dict[str, Any]


def person(telegram: Telegram, person_id: int) -> User:
    user = telegram.registry.people.get(person_id)
    if user is None:
        raise bad_request("nobody here has this id")
    return user


def chat_of(telegram: Telegram, person_id: int, chat_id: int) -> Chat:
    """A chat this person sees: their own private one, or one they are in."""
    person(telegram, person_id)
    chat = telegram.registry.chats.get(chat_id)
    if chat is None or (chat.id != person_id and not chat.member(person_id).present):
        raise bad_request("this person sees no such chat")
    return chat


def room(telegram: Telegram, chat_id: int) -> Chat:
    """A group, supergroup or channel."""
    chat = telegram.registry.chats.get(chat_id)
    if chat is None or chat.private:
        raise bad_request("there is no such group or channel")
    return chat


def say(
    telegram: Telegram, person_id: int, chat_id: int, text: str, reply_to: int | None = None
) -> Json:
    formatted = with_detected(Formatted(clean(text).strip()))
    if not formatted.text:
        raise bad_request("message text is empty")
    content: Json = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = list(formatted.entities)
    original = chat_of(telegram, person_id, chat_id).messages.get(reply_to or 0)
    if original is not None:
        content["reply_to_message"] = without_reply(original)
    return _post(telegram, person_id, chat_id, content)


def send_file(
    telegram: Telegram, person_id: int, chat_id: int, kind: str, upload: Upload, caption: str = ""
) -> Json:
    content = telegram.files.add(kind, upload, strict=False).in_message()
    if caption:
        content["caption"] = clean(caption)
    return _post(telegram, person_id, chat_id, content)


def forward(
    telegram: Telegram, person_id: int, chat_id: int, from_chat_id: int, message_id: int
) -> Json:
    """From a chat this person sees; says where it comes from."""
    source = chat_of(telegram, person_id, from_chat_id)
    message = source.messages.get(message_id)
    if message is None or message_id <= source.cleared.get(person_id, 0):
        raise bad_request("message to forward not found")
    return _post(telegram, person_id, chat_id, forwarded(message))


def _post(telegram: Telegram, person_id: int, chat_id: int, content: Json) -> Json:
    author, chat = person(telegram, person_id), chat_of(telegram, person_id, chat_id)
    if chat.private:
        if chat.blocked:
            raise forbidden("this person has blocked the bot")
        chat.started = True
        telegram.registry.meet(person_id)
    if chat.type == "channel" and not chat.member(person_id).governs:
        raise forbidden("only administrators post in a channel")
    message = telegram.messages.post(chat, author, content)
    if _bot_sees(telegram, chat, message):
        if chat.type != "channel":
            telegram.registry.meet(person_id)
        telegram.inject({"channel_post" if chat.type == "channel" else "message": message})
    return message


def _bot_sees(telegram: Telegram, chat: Chat, message: Json) -> bool:
    """In groups a bot that is no admin hears commands, replies to it and mentions (privacy mode)."""
    if chat.private:
        return True
    member = chat.member(telegram.bot.id)
    if not member.present or member.governs:
        return member.present
    text = message.get("text", "") or message.get("caption", "")
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    return text.startswith("/") or f"@{telegram.bot.username}" in text or replied == telegram.bot.id


def press(telegram: Telegram, person_id: int, chat_id: int, message_id: int, data: str) -> Press:
    """Any data passes, as a forged client could send it."""
    author, chat = person(telegram, person_id), chat_of(telegram, person_id, chat_id)
    message = chat.messages.get(
        message_id, {"chat": chat.json(), "message_id": message_id, "date": 0}
    )
    pressed = telegram.callbacks.add(person_id, chat_id)
    telegram.registry.meet(person_id)
    telegram.inject(
        {
            "callback_query": {
                "id": pressed.id,
                "from": author.json(),
                "message": message,
                "chat_instance": str(abs(chat.id) * 7 + 1),
                "data": data,
            }
        }
    )
    return pressed


def edit(telegram: Telegram, person_id: int, chat_id: int, message_id: int, text: str) -> Json:
    chat = chat_of(telegram, person_id, chat_id)
    message = chat.messages.get(message_id)
    if message is None or message.get("from", {}).get("id") != person_id:
        raise bad_request("people edit their own messages alone")
    formatted = with_detected(Formatted(clean(text).strip()))
    changes = {"text": formatted.text, "entities": list(formatted.entities) or None}
    changed = telegram.messages.edit(chat, message, changes, by_bot=False)
    if _bot_sees(telegram, chat, changed):
        telegram.inject({"edited_message": changed})
    return changed


def delete_chat(telegram: Telegram, person_id: int, chat_id: int, *, everywhere: bool) -> None:
    """The person no longer sees what was said; with `everywhere` it is gone for the bot too."""
    chat = chat_of(telegram, person_id, chat_id)
    if everywhere and chat.private:
        chat.messages.clear()
    chat.cleared[person_id] = next(reversed(chat.messages), 0)
    telegram.events.tell([person_id], "cleared", chat_id=chat_id)


def block(telegram: Telegram, person_id: int, *, blocked: bool) -> None:
    """Tells the bot by my_chat_member, as Telegram does; nothing when it was so already."""
    user = person(telegram, person_id)
    chat = telegram.registry.chats[person_id]
    if chat.blocked != blocked:
        chat.blocked = blocked
        change_bot_status(telegram, chat, user, "kicked" if blocked else "member")
