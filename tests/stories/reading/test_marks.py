"""Marks hold what a set of numbers holds, and take little room."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.reading.marks import Marks

NUMBERS = st.integers(1, 200_000)


@given(st.sets(NUMBERS), st.sets(NUMBERS))
def test_marks_are_a_set(there: set[int], gone: set[int]) -> None:
    marks = Marks.of(there)
    for number in gone:
        marks = marks.without(number)
    assert list(marks) == sorted(there - gone)
    assert all((number in marks) == (number in there - gone) for number in there | gone)
    assert Marks.from_json(json.loads(json.dumps(marks.as_json()))) == marks


def test_reading_everything_takes_a_bit_or_two_a_story() -> None:
    kept = json.dumps(Marks.of(range(1, 20_001)).as_json())
    assert len(kept) < 20_000 / 3


def test_the_order_of_marking_is_not_kept() -> None:
    assert Marks.of([3, 900, 1]).as_json() == Marks.of([900, 1, 3]).as_json()
