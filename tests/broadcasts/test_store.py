"""Whom a broadcast finds, and what is written of them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.broadcasts import store
from bot.broadcasts.audience import Audience
from bot.broadcasts.running.figures.store import tally
from bot.broadcasts.states import BroadcastState
from bot.chat.people import store as people_store
from bot.chat.roles import Roles
from bot.storage.broadcast_tables import broadcasts, recipients, roles
from bot.storage.tables import people
from tests.broadcasts.sending.rows import add_broadcast, add_people, nobody, person_row

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def draft(connection: Connection, audience: Audience = Audience()) -> int:  # noqa: B008 - frozen
    return add_broadcast(connection, 1, [1], audience=audience)


def found(connection: Connection, audience: Audience) -> list[int]:
    """Those written, who are as many as were counted."""
    number, holders = draft(connection, audience), Roles([2], [7, 4]).members
    written = store.write(connection, number, audience, TODAY, holders)
    assert written == store.count(connection, audience, TODAY, holders)
    rows = select(recipients.c.chat_id).where(recipients.c.broadcast == number)
    return sorted(connection.scalars(rows))


@pytest.mark.parametrize(
    ("audience", "chats"),
    [
        (Audience(), [1, 2, 3, 4]),
        (Audience(languages=("it",)), [1, 2]),
        (Audience(languages=("it", "pl")), [1, 2, 3]),
        (Audience(countries=("IT",)), [1]),
        (Audience(countries=("",)), [2]),
        (Audience(roles=("editor",)), [3]),
        (Audience(roles=("owner",)), [2]),
        (Audience(roles=("moderator", "editor")), [3, 4]),
        (Audience(active_days=0), [4]),
        (Audience(active_days=2), [1, 2, 3, 4]),
        (Audience(languages=("it",), countries=("IT",), active_days=1), []),
        (Audience("daily"), [5]),
        (Audience("service"), [1, 2, 3, 4, 6]),
    ],
)
def test_only_those_who_fit_all_of_it(
    connection: Connection, audience: Audience, chats: list[int]
) -> None:
    rows: list[dict[str, Any]] = [
        person_row(1, language="it", country="IT"),
        person_row(2, language="it", country=None),
        person_row(3, language="pl", country="PL"),
        person_row(4, last_seen=TODAY),
        person_row(5, subscriptions=2),
        person_row(6, subscriptions=4),
        person_row(7, blocked=True),
        person_row(8, subscriptions=0),
    ]
    add_people(connection, rows)
    connection.execute(insert(roles).values(chat_id=3, role="editor"))
    assert found(connection, audience) == chats


@pytest.mark.parametrize("language", ["en", "it", "pl"])
@pytest.mark.parametrize("country", [None, "IT", "PL", "GB", "US", "XX"])
@pytest.mark.parametrize("zone", [None, "America/New_York"])
def test_a_clock_shows_the_persons_own_time(
    connection: Connection, language: str, country: str | None, zone: str | None
) -> None:
    """As `Person.zone` has it; hours of their own, else from 21 to 9."""
    row = person_row(1, language=language, country=country, time_zone=zone, quiet_to=7)
    add_people(connection, [row])
    number = draft(connection)
    store.write(connection, number, Audience(), TODAY, nobody)
    person = people_store.find(connection, 1)
    assert person is not None
    clock = connection.scalar(select(recipients.c.clock))
    assert clock == person.clock == f"{person.zone} 21 7"


def test_slices_make_the_same_rows_as_one_statement(connection: Connection) -> None:
    add_people(connection, [person_row(n, blocked=n % 3 == 0) for n in range(1, 101)])
    whole, sliced = draft(connection), draft(connection)
    assert store.write(connection, whole, Audience(), TODAY, nobody) == 67
    written = [store.write(connection, sliced, Audience(), TODAY, nobody, 30) for _ in range(4)]
    assert written == [30, 30, 7, 0]
    columns = [column for column in recipients.c if column.name != "broadcast"]
    rows = [
        connection.execute(select(*columns).where(recipients.c.broadcast == number)).all()
        for number in (whole, sliced)
    ]
    assert rows[0] == rows[1]


def test_what_an_admin_may_do_to_it(connection: Connection) -> None:
    number = draft(connection)
    assert not store.move(connection, number, BroadcastState.SENDING, NOW)
    assert store.schedule(connection, number, NOW)
    assert not store.schedule(connection, number, NOW)
    assert store.move(connection, number, BroadcastState.SENDING, NOW)
    assert store.move(connection, number, BroadcastState.PAUSED, NOW)
    assert not store.move(connection, number, BroadcastState.PAUSED, NOW)
    assert store.set_pace(connection, number, 1)
    assert store.move(connection, number, BroadcastState.CANCELLED, NOW)
    assert not store.set_pace(connection, number, 50)
    assert not store.move(connection, number, BroadcastState.SENDING, NOW)
    row = connection.execute(select(broadcasts)).one()
    assert (row.state, row.pace, row.ended_at) == ("cancelled", 10, datetime(2026, 11, 22, 12))  # noqa: DTZ001


def test_who_is_erased_is_in_no_broadcast(connection: Connection) -> None:
    add_people(connection, [person_row(1), person_row(2)])
    number = draft(connection)
    store.write(connection, number, Audience(), TODAY, nobody)
    people_store.erase(connection, 1)
    assert sum(tally(connection, number).values()) == 1
    connection.execute(update(people).values(blocked=True))
    assert store.count(connection, Audience(), TODAY, nobody) == 0
