"""Which words of searches in vain are kept: those of several people, and words alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.statistics.missed import ENOUGH, LONGEST, MOST_A_DAY, Missed

DAY, NEXT = date(2026, 11, 22), date(2026, 11, 23)


def names(missed: Missed, person: int, text: str, day: date = DAY) -> dict[str, int]:
    return dict(missed.names(person, text, "en", day))


def test_a_word_is_kept_when_three_people_had_it() -> None:
    missed = Missed()
    assert names(missed, 1, "My Parking fine!") == {"missed": 1}
    assert names(missed, 2, "parking?") == {"missed": 1}
    assert names(missed, 3, "PARKING again") == {"missed": 1, "word:parking": ENOUGH}
    assert names(missed, 1, "parking") == {"missed": 1, "word:parking": 1}


def test_one_person_is_one_however_often_they_ask() -> None:
    missed = Missed()
    for _ in range(10):
        assert names(missed, 1, "Smith") == {"missed": 1}


def test_the_next_day_begins_anew() -> None:
    missed = Missed()
    for person in (1, 2):
        names(missed, person, "parking")
    assert names(missed, 3, "parking", NEXT) == {"missed": 1}


@pytest.mark.parametrize(
    "word", ["4917", "ab12", "IT60X0542811101000000123456", "of", "the", "x" * 31]
)
def test_numbers_codes_and_words_that_say_nothing_never_are(word: str) -> None:
    missed = Missed()
    for person in range(ENOUGH + 2):
        assert names(missed, person, word) == {"missed": 1}


def test_memory_has_an_end() -> None:
    missed = Missed()
    for number in range(MOST_A_DAY + 100):
        word = "".join(chr(ord("a") + int(digit)) for digit in f"{number:06d}")
        names(missed, 1, word)
    assert len(missed._people) == MOST_A_DAY


@given(st.lists(st.tuples(st.integers(1, 4), st.text(max_size=60)), max_size=12))
def test_what_is_kept_is_short_letters_of_three_people(
    searches: list[tuple[int, str]],
) -> None:
    missed = Missed()
    for person, text in searches:
        for name in names(missed, person, text):
            word = name.removeprefix("word:")
            assert name == "missed" or (word.isalpha() and len(word) <= LONGEST)
            if name != "missed":
                assert len({one for one, _ in searches}) >= ENOUGH
