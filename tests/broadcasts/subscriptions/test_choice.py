"""What a person wants, and when: for any bits and any hours."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts.quiet import Clock
from bot.broadcasts.subscriptions.choice import (
    HOURS,
    never_quiet,
    quiet_hours,
    quietened,
    stopped,
    subscribed,
    wanted,
)
from bot.chat.people import SUBSCRIBED, SUBSCRIPTIONS, Person
from bot.storage.tables import people

ANNA = Person(7, "en")
bits = st.integers(0, 15)
hours = st.sampled_from(HOURS)


@given(bits, st.sampled_from(sorted(SUBSCRIPTIONS)), st.booleans())
def test_a_press_changes_one_category_and_a_second_nothing(
    given_bits: int, category: str, on: bool
) -> None:
    before = replace(ANNA, subscriptions=given_bits)
    once = subscribed(before, category, on=on)
    assert subscribed(once, category, on=on) == once
    assert (category in wanted(once)) == on
    assert set(wanted(once)) ^ set(wanted(before)) <= {category}


@given(bits)
def test_stop_leaves_service_notices_alone_to_whoever_wants_them(given_bits: int) -> None:
    before = replace(ANNA, subscriptions=given_bits)
    assert set(wanted(stopped(before))) == {"service"} & set(wanted(before))


@given(hours, hours, st.integers(0, 23))
def test_the_hours_are_those_that_the_sender_keeps(start: int, end: int, hour: int) -> None:
    person = quietened(ANNA, start, end)
    clock = Clock.read(f"UTC {person.quiet_from} {person.quiet_to}")
    moment = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(hours=hour)
    if quiet_hours(person) is None:
        assert not clock.is_quiet(moment)
    assert (quiet_hours(person) is None) == (start == end)


def test_nobody_who_chose_nothing_is_woken() -> None:
    assert quiet_hours(ANNA) == (21, 9)
    assert quiet_hours(never_quiet(ANNA)) is None


def test_the_table_and_the_person_begin_alike() -> None:
    assert people.c.subscriptions.server_default is not None
    assert getattr(people.c.subscriptions.server_default, "arg", None) == str(SUBSCRIBED)
    assert wanted(ANNA) == ("news", "service")
