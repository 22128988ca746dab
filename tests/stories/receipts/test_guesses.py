"""Wrong receipts: the first two are free, then the wait grows; memory and patience have bounds."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.receipts.guesses import (
    CROWD,
    HOUR,
    NOTHING,
    WAIT_IN_CROWD,
    Guesses,
    pause_after,
)

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
STEPS = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 7_200)), max_size=60)


def test_two_are_free_then_each_wait_is_twice_the_last() -> None:
    assert [pause_after(wrong).total_seconds() for wrong in range(13)] == [
        0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600,
    ]  # fmt: skip


def test_a_right_receipt_pays_nothing_back() -> None:
    guesses = Guesses()
    for _ in range(4):
        guesses.wrong(1, NOW)
    later = NOW + timedelta(minutes=1)
    assert guesses.wait(1, later) == NOTHING
    guesses.wrong(1, later)
    assert guesses.wait(1, later) == timedelta(minutes=2)


def test_an_hour_without_a_wrong_one_forgives() -> None:
    guesses = Guesses()
    for _ in range(10):
        guesses.wrong(1, NOW)
    nearly = NOW + 2 * HOUR - timedelta(seconds=1)
    assert guesses.wait(1, nearly) == NOTHING
    guesses.wrong(1, nearly)
    assert guesses.wait(1, nearly) == HOUR
    guesses.wrong(1, nearly + 2 * HOUR)
    assert guesses.wait(1, nearly + 2 * HOUR) == NOTHING


def test_what_is_forgiven_is_forgotten() -> None:
    guesses = Guesses()
    guesses.wrong(1, NOW)
    guesses.wrong(2, NOW + HOUR - timedelta(seconds=1))
    assert len(guesses) == 2
    guesses.wrong(2, NOW + HOUR)
    assert len(guesses) == 1


def test_in_a_crowd_of_wrong_ones_everybody_with_one_waits_a_minute() -> None:
    guesses = Guesses()
    for person in range(CROWD - 1):
        guesses.wrong(person, NOW)
    assert guesses.wait(0, NOW) == NOTHING
    guesses.wrong(CROWD, NOW)
    assert guesses.wait(0, NOW) == WAIT_IN_CROWD
    assert guesses.wait(-1, NOW) == NOTHING
    assert guesses.wait(0, NOW + WAIT_IN_CROWD) == NOTHING
    guesses.wrong(0, NOW + HOUR)
    assert guesses.wait(0, NOW + HOUR) == NOTHING


@given(STEPS)
def test_a_wait_only_shrinks_with_time_and_never_passes_an_hour(
    steps: list[tuple[int, int]],
) -> None:
    guesses, now = Guesses(), NOW
    for person, seconds in steps:
        now += timedelta(seconds=seconds)
        before = guesses.wait(person, now)
        assert NOTHING <= before <= HOUR
        if not before:
            guesses.wrong(person, now)
        wait = guesses.wait(person, now)
        assert guesses.wait(person, now + timedelta(seconds=9)) <= wait
        assert guesses.wait(person, now + wait) == NOTHING
        assert guesses.wait(person, now - timedelta(days=1)) <= HOUR


@given(STEPS, st.integers(1, 5))
def test_what_is_remembered_is_bounded(steps: list[tuple[int, int]], most: int) -> None:
    guesses, now = Guesses(most_people=most), NOW
    for person, seconds in steps:
        now += timedelta(seconds=seconds)
        guesses.wrong(person, now)
        assert len(guesses) <= most


@given(st.lists(st.integers(0, 600), max_size=200))
def test_whoever_tries_all_day_gets_few_guesses(pauses: list[int]) -> None:
    guesses, now, tried = Guesses(), NOW, 0
    for seconds in pauses:
        now += timedelta(seconds=seconds)
        if not guesses.wait(1, now):
            guesses.wrong(1, now)
            tried += 1
    hours = (now - NOW) / HOUR
    assert tried <= 10 + hours
