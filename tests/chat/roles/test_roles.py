"""Who may do what: granted, taken, noted; the last owner stays."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.chat.people import store as people
from bot.chat.roles import ADMIN, EDITOR, MODERATOR, OWNER, ROLES, Roles, store

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
ADA, BEA, CID = 700_000_001, 700_000_002, 700_000_003
STEPS = st.lists(
    st.tuples(st.booleans(), st.sampled_from((ADA, BEA, CID)), st.sampled_from(ROLES)), max_size=30
)


def test_an_owner_may_all_and_others_what_they_have(connection: Connection) -> None:
    roles = Roles((ADA,), (BEA,))
    roles.grant(connection, ADA, CID, EDITOR, NOW)
    assert roles.may(connection, ADA)
    assert roles.may(connection, ADA, MODERATOR)
    assert roles.may(connection, BEA, MODERATOR, ADMIN)
    assert not roles.may(connection, BEA, ADMIN)
    assert not roles.may(connection, CID)
    assert roles.of(connection, CID) == {EDITOR}
    assert roles.of(connection, 5) == set()


def test_what_is_granted_is_noted_and_ends_at_once(connection: Connection) -> None:
    roles = Roles((ADA,), ())
    assert roles.grant(connection, ADA, BEA, MODERATOR, NOW)
    assert not roles.grant(connection, ADA, BEA, MODERATOR, NOW + timedelta(days=1))
    assert roles.granted_at(connection, BEA, MODERATOR) == NOW.replace(tzinfo=None)
    assert roles.members(connection, MODERATOR, OWNER) == [ADA, BEA]
    assert roles.take(connection, ADA, BEA, MODERATOR, NOW)
    assert not roles.may(connection, BEA, MODERATOR)
    assert not roles.take(connection, ADA, BEA, MODERATOR, NOW)
    noted = store.noted(connection, 0, 10)
    assert [(one.actor, one.action, one.subject) for one in noted] == [
        (ADA, "took away", "moderator …0002"),
        (ADA, "granted", "moderator …0002"),
    ]


def test_the_settings_give_what_no_press_takes(connection: Connection) -> None:
    roles = Roles((ADA,), (BEA,))
    assert not roles.take(connection, ADA, BEA, MODERATOR, NOW)
    assert not roles.take(connection, ADA, ADA, OWNER, NOW)
    assert roles.is_given(BEA, MODERATOR)
    assert not roles.is_given(BEA, OWNER)
    assert store.count_noted(connection) == 0


def test_there_is_no_other_role(connection: Connection) -> None:
    with pytest.raises(ValueError, match="king"):
        Roles((), ()).grant(connection, ADA, BEA, "king", NOW)


def test_a_role_goes_with_its_person(connection: Connection) -> None:
    roles = Roles((), ())
    roles.grant(connection, ADA, BEA, ADMIN, NOW)
    people.erase(connection, BEA)
    assert roles.members(connection, *ROLES) == []
    assert str(BEA) not in store.noted(connection, 0, 1)[0].subject


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_once_there_is_an_owner_there_always_is(
    connection: Connection, steps: list[tuple[bool, int, str]]
) -> None:
    """Against a model: sets of pairs."""
    roles, held = Roles((), ()), set[tuple[int, str]]()
    with connection.begin_nested() as savepoint:
        for grants, person, role in steps:
            one = (person, role)
            if grants:
                assert roles.grant(connection, ADA, person, role, NOW) == (one not in held)
                held.add(one)
                continue
            is_last = role == OWNER and [who for who, what in held if what == OWNER] == [person]
            expected = one in held and not is_last
            assert roles.take(connection, ADA, person, role, NOW) == expected
            if expected:
                held.remove(one)
        for role in ROLES:
            having = sorted(person for person, what in held if what == role)
            assert roles.members(connection, role) == having
        savepoint.rollback()
