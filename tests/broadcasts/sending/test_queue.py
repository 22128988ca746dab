"""What the sender takes from its rows: by the index, however many they are."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text, update

from bot.broadcasts import store as broadcast_store
from bot.broadcasts.audience import Audience
from bot.broadcasts.running.figures.store import tally
from bot.broadcasts.sending import store
from bot.broadcasts.sending.orders import Order, Outcome
from bot.broadcasts.sending.queue import store as queue
from bot.broadcasts.states import RecipientState
from bot.storage.tables import people
from tests.broadcasts.sending.office import NOON
from tests.broadcasts.sending.rows import add_broadcast, add_people, nobody, person_row

ROME, WARSAW = "Europe/Rome 21 9", "Europe/Warsaw 21 9"


@pytest.fixture
def order(connection: Connection) -> Order:
    """Ten people in Italy, ten in Poland."""
    rows = [person_row(n, country="IT" if n % 2 else "PL") for n in range(1, 21)]
    add_people(connection, rows)
    number = add_broadcast(connection, 1, [1])
    broadcast_store.schedule(connection, number, NOON)
    (found,) = store.running(connection, NOON)
    while not found.written:
        store.write_some(connection, found, NOON, nobody, 8)
        (found,) = store.running(connection, NOON)
    assert found == Order(number, Audience(), override=False, pace=100, written=True)
    return found


def test_nobody_is_taken_twice(connection: Connection, order: Order) -> None:
    assert queue.clocks(connection, order.broadcast) == (ROME, WARSAW)
    first = queue.take(connection, order, [ROME, WARSAW], 12)
    second = queue.take(connection, order, [ROME, WARSAW], 12)
    assert [one.chat_id for one in first.recipients] == [*range(1, 21, 2), 2, 4]
    assert [one.chat_id for one in second.recipients] == [*range(6, 21, 2)]
    assert first.exhausted == frozenset({ROME})
    assert second.exhausted == frozenset({ROME, WARSAW})
    assert queue.clocks(connection, order.broadcast) == ()


def test_clocks_that_sleep_are_left(connection: Connection, order: Order) -> None:
    taken = queue.take(connection, order, [WARSAW], 100)
    assert [one.chat_id for one in taken.recipients] == [*range(2, 21, 2)]
    assert queue.clocks(connection, order.broadcast) == (ROME,)


def test_the_latest_silence_is_kept(connection: Connection, order: Order) -> None:
    assert queue.silent_until(connection) is None
    for seconds in (60, 3):
        until = NOON + timedelta(seconds=seconds)
        one = Outcome(order.broadcast, 1, RecipientState.PENDING, silent_until=until)
        queue.settle(connection, [one, Outcome(order.broadcast, 3, RecipientState.PENDING)])
    assert queue.silent_until(connection) == NOON + timedelta(seconds=60)


def test_who_left_meanwhile_is_skipped(connection: Connection, order: Order) -> None:
    connection.execute(update(people).where(people.c.chat_id == 1).values(blocked=True))
    connection.execute(update(people).where(people.c.chat_id == 3).values(subscriptions=4))
    taken = queue.take(connection, order, [ROME], 100)
    assert [one.chat_id for one in taken.recipients] == [*range(5, 21, 2)]
    assert tally(connection, order.broadcast)[RecipientState.SKIPPED] == 2


def test_an_outcome_counts_once(connection: Connection, order: Order) -> None:
    queue.take(connection, order, [ROME], 1)
    queue.settle(connection, [Outcome(order.broadcast, 1, RecipientState.SENT, "", 77, 1)])
    queue.settle(connection, [Outcome(order.broadcast, 1, RecipientState.PENDING)])
    assert tally(connection, order.broadcast)[RecipientState.SENT] == 1


def test_what_was_on_its_way_at_a_crash_is_unknown(connection: Connection, order: Order) -> None:
    """Not what waited for its turn."""
    queue.take(connection, order, [ROME], 5)
    queue.depart(connection, [(order.broadcast, chat) for chat in (1, 3)])
    assert queue.cut(connection) == 2
    counted = tally(connection, order.broadcast)
    assert (counted[RecipientState.UNKNOWN], counted[RecipientState.SENDING]) == (2, 0)
    again = queue.take(connection, order, [ROME], 100)
    assert [one.chat_id for one in again.recipients] == [*range(5, 21, 2)]


def test_every_statement_goes_by_an_index(connection: Connection, order: Order) -> None:
    """SQLite's own plan: no table is scanned, nothing is sorted."""
    plans: list[str] = []
    engine: Engine = connection.engine

    def explain(_c: object, _cursor: object, sql: str, values: Any, *_: object) -> None:
        if "recipients" in sql and not sql.startswith("EXPLAIN"):
            given = values[0] if isinstance(values, list) else values
            raw = connection.connection.cursor()
            raw.execute(f"EXPLAIN QUERY PLAN {sql}", given)
            plans.extend(str(row[3]) for row in raw.fetchall())

    event.listen(engine, "before_cursor_execute", explain)
    queue.clocks(connection, order.broadcast)
    queue.take(connection, order, [ROME, WARSAW], 5)
    queue.depart(connection, [(order.broadcast, 1)])
    queue.settle(connection, [Outcome(order.broadcast, 1, RecipientState.SENT, "", 77, 1)])
    queue.cut(connection)
    store.finish(connection, order.broadcast, NOON)
    event.remove(engine, "before_cursor_execute", explain)
    assert any("ix_recipients_state (broadcast=? AND state=? AND clock=?)" in one for one in plans)
    assert not [one for one in plans if "SCAN recipients" in one or "B-TREE" in one]
    assert connection.execute(text("SELECT 1")).scalar() == 1
