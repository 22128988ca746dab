"""What the composer needs of the receipts to deliver an author's answer to the moderators."""

from typing import Protocol

from bot.chat.visit import Visit


class Answers(Protocol):
    """Which receipt a chat is answering for is known in memory only, and gone with a restart."""

    def waits_for(self, chat_id: int) -> str | None:
        """The 16 digits; None when it is not known (any more)."""
        ...

    def question(self, visit: Visit) -> str:
        """What the moderators asked; empty when it is not known (any more)."""
        ...

    def deliver(self, visit: Visit, digits: str, text: str) -> bool:
        """False when nobody waits for an answer there. `text` is masked."""
        ...
