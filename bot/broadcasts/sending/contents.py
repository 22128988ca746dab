"""What is copied to people, and what stands under it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

from bot.chat.screens import Screen

Buttons: TypeAlias = Sequence[Sequence[str]]
Footer: TypeAlias = Callable[[int, str, Buttons], Screen]
"""Of a broadcast's number, a person's language and the buttons as they are kept ([label, kind,
value] each): its buttons go under the message; under an album goes a message with its text too."""


@dataclass(frozen=True)
class Content:
    """`messages` are ids in the chat `source`, rising; more than one are an album.

    `text` is Telegram HTML that the bot wrote itself: it is sent, and there is nothing to copy.
    """

    source: int
    messages: tuple[int, ...]
    buttons: Buttons
    text: str = ""

    @classmethod
    def kept(cls, source: int, messages: Sequence[Any], buttons: Buttons) -> Self:
        """As its row has it: `[{"text": …}]` in place of ids is a text of the bot's own."""
        if messages and isinstance(messages[0], dict):
            return cls(source, (), tuple(buttons), messages[0]["text"])
        return cls(source, tuple(messages), tuple(buttons))

    @property
    def is_album(self) -> bool:
        return len(self.messages) > 1

    @property
    def cost(self) -> int:
        """How many messages of the flood limits it takes."""
        return max(1, len(self.messages) + self.is_album)


def content_for(contents: Mapping[str, Content], language: str) -> Content | None:
    """The version of that language, else the one for everybody else."""
    return contents.get(language) or contents.get("")
