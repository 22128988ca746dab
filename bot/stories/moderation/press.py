"""A press on a card, and what it makes of that card alone: another page, another panel."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from telegram import Message

from bot.chat.touch import Answer, Touch
from bot.stories.model import Submission
from bot.stories.moderation.card import Card
from bot.stories.moderation.store import CardStore

LONGEST_NUMBER = 5


@dataclass(frozen=True)
class Press:
    """`card` is the one that carries the button; `argument` is what follows the action."""

    touch: Touch
    one: Submission
    card: Card | None
    argument: str

    @property
    def number(self) -> int:
        """The first of the argument."""
        return number_in(self.argument.partition(":")[0], LONGEST_NUMBER)


@dataclass(frozen=True)
class Turner:
    """`wake` makes the card be drawn."""

    cards: CardStore
    wake: Callable[[], None]

    def turn(self, press: Press, **changes: object) -> Answer:
        if press.card is not None:
            changed = replace(press.card, **changes)  # type: ignore[arg-type]
            self.cards.put(press.touch.connection, [changed])
            self.wake()
        return Answer()


def number_in(digits: str, longest: int) -> int:
    """0 for what is no number, or has more digits: buttons can be forged."""
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= longest
    return int(digits) if is_number else 0


def is_card_of(message: Message | None, key: str) -> bool:
    """Whether a message of the bot carries buttons of that submission."""
    keyboard = message.reply_markup if message else None
    buttons = (button for row in keyboard.inline_keyboard for button in row) if keyboard else ()
    return any(str(button.callback_data).startswith(f"mod:{key}:") for button in buttons)
