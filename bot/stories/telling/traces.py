"""Messages of a chat that show what was sent: in memory only, for the offer to delete them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.visit import Visit
from bot.stories.lately import Lately
from bot.stories.telling.drafts import MOST_MESSAGES, Draft
from bot.stories.telling.steps import step_at

MOST_CHATS = 2_000
KEPT = timedelta(hours=24)  # Telegram deletes what is younger than two days


class Traces:
    """A day, and the newest chats alone; nothing of it is stored, nor of what the messages say."""

    def __init__(self) -> None:
        self._chats = Lately[tuple[int, ...]](KEPT, MOST_CHATS)
        self.forget, self.forget_old = self._chats.forget, self._chats.forget_old

    def keep(self, chat_id: int, messages: Iterable[int], now: datetime) -> None:
        """Beside those that are still to be deleted there."""
        known = (*(self._chats.find(chat_id, now) or ()), *messages)
        self._chats.keep(chat_id, tuple(dict.fromkeys(known))[-MOST_MESSAGES:], now)

    def take(self, chat_id: int, now: datetime) -> tuple[int, ...]:
        """They are handed out once."""
        known = self._chats.find(chat_id, now)
        self.forget(chat_id)
        return known or ()


def noted(draft: Draft, visit: Visit) -> Draft:
    """With the ids of the person's message and of the screen it was written under."""
    message = visit.update.message if visit.update else None
    shown = visit.person.screen_id if step_at(visit.person.place) else None
    ids = [number for number in (shown, message.message_id if message else None) if number]
    messages = tuple(dict.fromkeys((*draft.messages, *ids)))
    return replace(draft, messages=messages[-MOST_MESSAGES:])


def without_screens(draft: Draft, visit: Visit) -> tuple[int, ...]:
    """Its messages, but for the one on which the receipt or the last screen stands."""
    query = visit.update.callback_query if visit.update else None
    pressed = query.message.message_id if query and query.message else None
    return tuple(
        number for number in draft.messages if number not in (visit.person.screen_id, pressed)
    )
