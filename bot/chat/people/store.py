"""SQL of the people the bot talks to."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Row, bindparam, delete, insert, or_, select, update

from bot.chat.people import MENU, Person
from bot.storage.broadcast_tables import recipients, roles
from bot.storage.tables import notices, owed, people

_SAVED = (
    "language", "country", "time_zone", "place", "subscriptions", "quiet_from", "quiet_to",
)  # fmt: skip
_FOLLOWED = frozenset(_SAVED) - {"place", "subscriptions"}
_FIND = select(people).where(people.c.chat_id == bindparam("of"))


def find(connection: Connection, chat_id: int) -> Person | None:
    row = connection.execute(_FIND, {"of": chat_id}).first()
    return _person(row) if row else None


def meet(connection: Connection, chat_id: int, language: str, today: date) -> Person:
    """The person, made known when new; the last day seen and the unblocking are noted."""
    row = connection.execute(_FIND, {"of": chat_id}).first()
    if row is None:
        person = Person(chat_id, language, is_new=True)
        connection.execute(
            insert(people).values(
                chat_id=chat_id,
                language=language,
                place=person.place,
                first_seen=today,
                last_seen=today,
                blocked=False,
            )
        )
        return person
    if row.last_seen != today or row.blocked:
        _set(connection, chat_id, last_seen=today, blocked=False)
    return replace(_person(row), blocked=False)


def save(connection: Connection, before: Person, after: Person) -> None:
    """Writes what differs between the two."""
    changed = {
        name: getattr(after, name)
        for name in _SAVED
        if getattr(after, name) != getattr(before, name)
    }
    if changed:
        _set(connection, after.chat_id, **changed)
    if changed.keys() & _FOLLOWED:
        _follow(connection, after)


def leave(connection: Connection, places: Iterable[str], before: date) -> int:
    """How many who were not seen since then are now at the menu and no longer at these places."""
    there = or_(
        *(or_(people.c.place == one, people.c.place.startswith(f"{one}:")) for one in places)
    )
    gone = update(people).where(there, people.c.last_seen < before)
    return connection.execute(gone.values(place=MENU)).rowcount


def block(connection: Connection, chat_id: int) -> None:
    _set(connection, chat_id, blocked=True)
    connection.execute(delete(owed).where(owed.c.chat_id == chat_id))


def unblock(connection: Connection, chat_id: int) -> None:
    """They can be reached again, though they have said nothing yet."""
    _set(connection, chat_id, blocked=False)


def erase(connection: Connection, chat_id: int) -> None:
    """Everything that hangs on the person goes with the row."""
    connection.execute(delete(people).where(people.c.chat_id == chat_id))
    for table in (notices, roles):
        connection.execute(delete(table).where(table.c.chat_id == chat_id))


def set_screen(connection: Connection, chat_id: int, message_id: int | None) -> None:
    _set(connection, chat_id, screen_id=message_id)


def _follow(connection: Connection, person: Person) -> None:
    """What waits for them already comes in their language and by their clock of now."""
    waits = (recipients.c.chat_id == person.chat_id, recipients.c.state == "pending")
    values = {"clock": person.clock, "language": person.language[:2]}
    connection.execute(update(recipients).where(*waits).values(values))


def _set(connection: Connection, chat_id: int, **values: object) -> None:
    connection.execute(update(people).where(people.c.chat_id == chat_id).values(**values))


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(
        chat_id=row.chat_id,
        language=row.language,
        country=row.country,
        time_zone=row.time_zone,
        place=row.place,
        screen_id=row.screen_id,
        blocked=row.blocked,
        subscriptions=row.subscriptions,
        quiet_from=row.quiet_from,
        quiet_to=row.quiet_to,
    )
