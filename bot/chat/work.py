"""What an update leaves to do once it is committed: plain values, turned into calls later."""

from dataclasses import dataclass

from telegram import Update

from bot.chat.screens import Screen


@dataclass(frozen=True)
class Work:
    """What is left to do when the unit is committed: calls, in the order of the person's chat.

    One `aside` is a message beside the chat's screen: it is no screen and strips none.
    """

    chat_id: int
    update_id: int
    screen: Screen | None = None
    callback_id: str | None = None
    toast: str = ""
    alert: bool = False
    pressed_id: int | None = None
    screen_id: int | None = None
    fresh: bool = False
    delete: tuple[int, ...] = ()
    leave: bool = False
    erased: bool = False
    aside: bool = False


def answer_again(update: Update) -> Work | None:
    query, chat = update.callback_query, update.effective_chat
    if query is None or chat is None:
        return None
    return Work(chat.id, update.update_id, callback_id=query.id)
