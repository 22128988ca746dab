"""Everything the bot says or edits anywhere, looked at; and updates that no client could send."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from bot.chat import store
from bot.playground.person import Person
from bot.playground.transcript import words_of
from bot.storage.submission_tables import cards, submissions
from bot.stories.model import State
from tests.stories.hostile.looking import Json, faults
from tests.stories.newsroom import Newsroom

EXPECTED = ("message is not modified", "query is too old")


@dataclass
class Watch:
    """`said` holds each message of the bot as it stood, with the id of its chat; `toasts` the query,
    the words (None where there are none) and whether they are an alert of each answer to a press.
    """

    room: Newsroom
    said: list[tuple[int, Json]] = field(default_factory=list)
    toasts: list[tuple[str, str | None, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        messages = self.room.playground.telegram.messages
        tell = messages._tell

        def telling(chat: Any, kind: str, **fields: Any) -> None:
            if fields.get("by_bot"):
                self.said.append((chat.id, fields["message"]))
            tell(chat, kind, **fields)

        events = self.room.playground.telegram.events
        publish = events.tell

        def publishing(people: Any, kind: str, **fields: Any) -> None:
            if kind == "answer":
                answer = fields["text"] or None, bool(fields["alert"])
                self.toasts.append((fields["callback_query_id"], *answer))
            publish(people, kind, **fields)

        setattr(messages, "_tell", telling)  # noqa: B010 - a method of one object
        setattr(events, "tell", publishing)  # noqa: B010

    def texts(self, chat: int | None = None) -> list[str]:
        return [words_of(message) for place, message in self.said if chat in (None, place)]

    async def nothing_went_wrong(self, *also: str) -> None:
        """No error, no message with anything of `faults`, no refusal by Telegram but `also`."""
        await worked_off(self.room)
        refused = [
            f"{call.method}: {call.description}"
            for call in self.room.playground.telegram.calls
            if not call.ok and not any(words in call.description for words in (*EXPECTED, *also))
        ]
        assert not refused, Counter(refused).most_common(5)
        assert await self.room.bot.database.writer.run(store.count_set_aside) == 0
        wrong = [(found, message) for _, message in self.said if (found := faults(message))]
        assert not wrong, f"{len(wrong)}: {wrong[0]}"


async def worked_off(room: Newsroom) -> None:
    """Every update that was sent is committed, and all screens are shown."""
    telegram, intake, presenter = room.playground.telegram, room.bot.intake, room.bot.presenter
    async with asyncio.timeout(30):
        while telegram.pending_updates or intake._tasks or presenter._chats:  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def cards_are_drawn(room: Newsroom) -> None:
    """What was sent has reached the moderators, and their cards show what is so."""

    def owed(connection: Connection) -> int:
        new = select(func.count()).select_from(submissions)
        new = new.where(submissions.c.state == State.NEW)
        stale = select(func.count()).select_from(cards).where(cards.c.stale.is_(True))
        return (connection.scalar(new) or 0) + (connection.scalar(stale) or 0)

    moderation = room.bot.features.stories._moderation
    async with asyncio.timeout(30):
        while await room.bot.database.writer.run(owed):
            moderation.rounds.wake()
            moderation.cards.wake()
            await asyncio.sleep(0.02)


def typed(person: Person, text: str, *, edits: int | None = None, **content: Any) -> Json:
    """An update of the person with that text, which no client need have let through."""
    user = {"id": person.id, "is_bot": False, "first_name": "W", "language_code": "en"}
    chat = {"id": person.id, "type": "private"}
    message = {"message_id": edits or 900_000 + len(text), "date": 1, "from": user, "chat": chat}
    kind = "edited_message" if edits else "message"
    return {kind: {**message, **({"text": text} if text else {}), **content}}


def pressed(user_id: int, data: str, message: Json | None, query: str = "1") -> Json:
    """A press with any data on a message, or on one that is no longer there."""
    user = {"id": user_id, "is_bot": False, "first_name": "W", "language_code": "en"}
    press = {"id": query, "from": user, "chat_instance": "1", "data": data}
    return {"callback_query": {**press, **({"message": message} if message else {})}}
