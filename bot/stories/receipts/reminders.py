"""Reminders to look with the receipt: in daytime, in the person's language, about nothing."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.chat.people import Person
from bot.chat.people import store as people
from bot.stories.receipts import store
from bot.texts.language import Language

AFTER = timedelta(days=3)
MORNING, EVENING = 9, 20

Post = Callable[[Connection, int, str], None]


def remind_due(
    connection: Connection, now: datetime, languages: Mapping[str, Language], post: Post
) -> int:
    """How many were posted; `now` is aware. Those for whom it is night wait for the next call."""
    posted = 0
    for chat_id in store.due(connection, now.date()):
        person = people.find(connection, chat_id)
        if person is not None and not person.blocked:
            if not _is_day(person, now):
                continue
            language = languages.get(person.language) or languages["en"]
            said = language.say("⏰ You wanted to look what became of what you sent: /receipt")
            post(connection, chat_id, said)
            posted += 1
        store.drop_reminder(connection, chat_id)
    return posted


def _is_day(person: Person, now: datetime) -> bool:
    return MORNING <= now.astimezone(person.zone).hour < EVENING
