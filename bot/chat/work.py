"""What an update leaves to do once it is committed: plain values, turned into calls later."""

from dataclasses import dataclass

from bot.chat.screens import Screen


@dataclass(frozen=True)
class Work:
    """What is left to do when the unit is committed: calls, in the order of the person's chat."""

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
