"""What must hold of redaction for any text at all."""

from itertools import pairwise
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.stories.redaction import KINDS, find, masked
from bot.texts.language import LANGUAGES

PIECES = (
    "Mario Rossi",
    "pani Kasia Kowalska",
    "mr smith",
    "333 12 34 567",
    "601-234-567",
    "07700 900 142",
    "tre tre tre",
    "chiocciola gmail punto com",
    "jan@wp.pl",
    "IT60X0542811101000000123456",
    "44051401359",
    "via Roma 12",
    "ul. Długa 5/7",
    "12 Baker Street",
    "nato il 3/4/1980",
    "codice",
    "ticket",
    "4471",
    "targa AB123CD",
    "@someone",
    "www.example.com",
    "[phone]",
    "[nome]",
    "[",
    "]",
    "e\u0301",
    "\u200b",
    "½",
    ".",
    ",",
    "-",
    " ",
    "\n",
    "29,90 €",
    "12 marca",
)
LANGUAGE = st.sampled_from(sorted(LANGUAGES))
STORY = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
)
SPACED = st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)
HOSTILE = (
    "1 ",
    "a.",
    "via a ",
    "A ",
    "@",
    "a@",
    "[",
    "1-",
    "punto ",
    "zero ",
    "Mario ",
    "+",
    "( ",
    "x_",
)
# Four times the text may take a little over four times as long, never sixteen times.
LENGTHS = (4_000, 16_000)
GROWTH, SLACK = 9, 1.0


@given(text=st.one_of(STORY, SPACED), language=LANGUAGE)
@settings(max_examples=300, deadline=None)
def test_spans_are_sorted_apart_and_of_a_known_kind(text: str, language: str) -> None:
    found = find(text, language)
    assert all(one.kind in KINDS and 0 <= one.start < one.end <= len(text) for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(text=st.one_of(STORY, SPACED), language=LANGUAGE)
@settings(max_examples=300, deadline=None)
def test_a_masked_text_has_nothing_left_to_mask(text: str, language: str) -> None:
    once = masked(text, find(text, language), language)
    assert find(once, language) == ()
    assert masked(once, find(once, language), language) == once


@given(text=SPACED, language=LANGUAGE)
@settings(max_examples=100, deadline=None)
def test_what_is_masked_in_one_language_is_left_alone_in_the_others(
    text: str, language: str
) -> None:
    labels = masked(text, find(text, language), language)
    for other in LANGUAGES:
        shown = masked(labels, find(labels, other), other)
        assert all(label in shown for label in ("[nome]", "[phone]") if label in labels)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_long_hostile_texts_take_linear_time(piece: str, language: str) -> None:
    short, long = (timed(piece * (length // len(piece)), language) for length in LENGTHS)
    assert long < short * GROWTH + SLACK


def timed(text: str, language: str) -> float:
    started = thread_time()
    find(text, language)
    return thread_time() - started
