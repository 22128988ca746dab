"""What was sent reaches moderators at fixed hours, all together and in no order."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.stories import store as submission_store
from bot.stories.model import State, Submission
from bot.stories.moderation import store
from bot.stories.moderation.card import Card, new_card
from bot.stories.moderation.duplicates import Duplicates
from bot.stories.moderation.rights import Moderators
from bot.stories.moderation.store import CardStore


def last_mark(now: datetime, hours: Sequence[int]) -> str:
    """The latest of the hours of the day (UTC) that is not after `now`, such as `2026-11-22T08`."""
    today = [hour for hour in hours if hour <= now.hour]
    day = now.date() if today else now.date() - timedelta(days=1)
    return f"{day.isoformat()}T{max(today or hours):02}"


@dataclass(frozen=True)
class Release:
    """`hours` are those of the day in UTC; none: at once, each as it comes."""

    hours: tuple[int, ...]
    cards: CardStore
    duplicates: Duplicates
    moderators: Moderators
    wake: Callable[[], None]

    def due(self, connection: Connection, now: datetime) -> bool:
        """Whether an hour has come since the last release; noted as released.

        At the very first start nothing is due: what came before the first hour waits for it.
        """
        if not self.hours:
            return True
        last, mark = store.released(connection), last_mark(now, self.hours)
        if last is not None and last >= mark:
            return False
        store.set_released(connection, mark)
        return last is not None

    def release(self, connection: Connection) -> int:
        """How many new ones now wait: what was sent, and what authors answered."""
        new = submission_store.in_states(connection, (State.NEW,))
        for one in new:
            submission_store.save(connection, replace(one, state=State.WAITING))
            store.redraw(connection, one.key)
        if new:
            self.wake()
        return len(new)

    def deal(self, connection: Connection) -> None:
        """Whatever waits without a card gets one in each chat, near-duplicates one for all.

        One where moderators were before does not count.
        """
        chats = self.moderators.rights.chats(connection)
        all_ = [card for card in self.cards.all(connection) if card.chat in chats]
        held = {key for card in all_ for key in (card.submission, *card.others)}
        waiting = submission_store.in_states(connection, (State.WAITING,))
        late = self._fold(connection, all_, waiting, held)
        fresh = [one for one in waiting if one.key not in held | late]
        groups = self.duplicates.grouped(fresh)
        new = [
            new_card(first.key, chat, others=tuple(one.key for one in rest))
            for first, *rest in groups
            for chat in chats
        ]
        if new:
            self.cards.add(connection, new)
        if new or late:
            self.wake()

    def _fold(
        self,
        connection: Connection,
        cards: Sequence[Card],
        waiting: Sequence[Submission],
        held: AbstractSet[str],
    ) -> set[str]:
        """Those like one that has a card are folded into it, into one in each chat; their keys."""
        folded: set[str] = set()
        for group in self.duplicates.grouped(waiting):
            keys = {one.key for one in group}
            late = keys - held
            homes = {card.chat: card for card in cards if card.submission in keys}.values()
            if late and homes:
                grown = (replace(card, others=(*card.others, *sorted(late))) for card in homes)
                self.cards.put(connection, grown)
                folded |= late
        return folded
