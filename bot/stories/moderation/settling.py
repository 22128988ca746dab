"""What is left of a notice that asked: a line without buttons, drawn as cards are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.stories.moderation.card import new_card
from bot.stories.moderation.store import CardStore

OF_NOTHING = ""
Place = tuple[int, int]
"""A chat, and a message in it."""


@dataclass(frozen=True)
class Settling:
    """`wake` makes the cards be drawn."""

    cards: CardStore
    wake: Callable[[], None]

    def settle(self, connection: Connection, verdict: str, places: Iterable[Place]) -> None:
        """In the transaction that decides."""
        cards = [new_card(OF_NOTHING, *place) for place in places]
        self.cards.put(connection, (replace(card, verdict=verdict) for card in cards))
        if cards:
            self.wake()
