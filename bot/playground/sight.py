"""What a person sees of the chat, and what they can assert about it."""

from collections.abc import Sequence
from typing import Any

from bot.playground.transcript import buttons, from_bot, labels, transcript, words_of

Json = dict[str, Any]


class Sight:
    """`toast`: the last answer to a press, None when it had no text; `alert`: as a window."""

    def __init__(self, person_id: int) -> None:
        self.id = person_id
        self.toast: str | None = None
        self.alert = False
        self.blocked = False
        self.messages: list[Json] = []

    def look(self, chat: int, content: Json) -> None:
        self.chat = chat
        self.messages = content["messages"]
        self.blocked = content["blocked"]

    def heard(self, toast: str | None, *, alert: bool) -> None:
        self.toast, self.alert = toast, alert

    @property
    def last(self) -> Json:
        """The newest message of the bot. AssertionError when there is none."""
        for message in reversed(self.messages):
            if from_bot(message):
                return message
        raise AssertionError(f"The bot has said nothing here.{self.shown()}")

    @property
    def text(self) -> str:
        return words_of(self.last)

    @property
    def buttons(self) -> list[list[str]]:
        return labels(self.last)

    def last_words(self) -> str | None:
        """None when the bot has said nothing."""
        return next((words_of(one) for one in reversed(self.messages) if from_bot(one)), None)

    def find_button(self, label: str) -> tuple[Json, Json]:
        """The newest message with such a button, and the button: the label itself, else the only
        label that contains it.
        """
        for message in reversed(self.messages):
            found = [button for button in buttons(message) if button["text"] == label]
            found = found or [button for button in buttons(message) if label in button["text"]]
            if len(found) > 1 and found[0]["text"] != label:
                several = [button["text"] for button in found]
                raise AssertionError(f"Several buttons contain {label!r}: {several}{self.shown()}")
            if found:
                return message, found[0]
        raise AssertionError(f"No button {label!r}.{self.shown()}")

    def sees(self, words: str) -> None:
        """In the newest message of the bot, text without markup."""
        if words not in self.text:
            raise AssertionError(f"Not there: {words!r}.{self.shown()}")

    def sees_no(self, words: str) -> None:
        """Neither in the text of the newest message of the bot nor on its buttons."""
        if words in self.text or any(words in label for row in self.buttons for label in row):
            raise AssertionError(f"There it is: {words!r}.{self.shown()}")

    def sees_button(self, label: str) -> None:
        """Under the newest message of the bot."""
        if not any(label in there for row in self.buttons for there in row):
            raise AssertionError(f"No button {label!r} on the newest message.{self.shown()}")

    def shown(self, notes: Sequence[str] = ()) -> str:
        return transcript(self.messages, notes)
