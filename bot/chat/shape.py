"""What an update must be like before anything is read off it.

The library takes any JSON for a text or an id. Telegram keeps its promises about types, so only a
forger's updates fail here.
"""

from telegram import Chat, Update, User

LARGEST_ID = (1 << 52) - 1  # Telegram: at most 52 significant bits


class MalformedError(Exception):
    """An update that Telegram would not have sent."""


def is_id(number: object) -> bool:
    return type(number) is int and abs(number) <= LARGEST_ID and number != 0


def check_shape(update: Update) -> None:
    """Raises MalformedError."""
    user, chat = update.effective_user, update.effective_chat
    if not (_is_user(user) and _is_chat(chat, user) and _has_texts(update)):
        raise MalformedError


def _is_user(user: User | None) -> bool:
    return user is None or (is_id(user.id) and user.id > 0 and _is_text(user.language_code))


def _is_chat(chat: Chat | None, user: User | None) -> bool:
    if chat is None:
        return True
    if chat.type == Chat.PRIVATE and user is not None:
        return chat.id == user.id
    return is_id(chat.id) and _is_text(chat.type)


def _has_texts(update: Update) -> bool:
    query = update.callback_query
    for message in (update.message, update.edited_message):
        if message and not (_is_text(message.text) and _is_text(message.caption)):
            return False
    if query is None:
        return True
    pressed = query.message.message_id if query.message else 1
    return _is_text(query.id) and _is_text(query.data) and is_id(pressed)


def _is_text(value: object) -> bool:
    return isinstance(value, str | None)


def sayable(text: str) -> str:
    """Without halves of UTF-16 pairs, which nothing could send or store."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
