"""Near-duplicates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from bot.storage.story_tables import story_stems
from bot.stories.model import Kind, State
from bot.stories.moderation.duplicates import Duplicates, Like
from bot.stories.moderation.likeness import groups, shingles, similarity, sketch
from bot.stories.stemming import stems_of
from tests.stories.moderation.office import LONG, Office, publish_row, submission

TEXTS = st.lists(
    st.sampled_from(["one", "two", "three", "four", "five", "six", "seven", "eight"])
).map(" ".join)


@given(TEXTS, TEXTS)
def test_similarity_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    share = similarity(sketch(one), sketch(other))
    assert 0 <= share <= 1
    assert share == similarity(sketch(other), sketch(one))


@given(TEXTS, TEXTS, st.floats(0, 1))
def test_what_is_less_than_asked_for_counts_as_nothing(one: str, other: str, least: float) -> None:
    share = similarity(sketch(one), sketch(other))
    found = similarity(sketch(one), sketch(other), at_least=least)
    assert found == (share if share >= least else 0)


@given(TEXTS, TEXTS)
def test_short_texts_are_compared_exactly(one: str, other: str) -> None:
    ours, theirs = shingles(one), shingles(other)
    exact = len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0
    assert similarity(sketch(one), sketch(other)) == pytest.approx(exact)


def test_case_accents_and_signs_make_no_difference() -> None:
    assert similarity(sketch("Perché NO, grazie!"), sketch("perche no grazie")) == 1


def test_sketches_of_long_texts_estimate() -> None:
    words = [f"w{number}" for number in range(1200)]
    other = words[:900] + [f"x{number}" for number in range(300)]
    assert similarity(sketch(" ".join(words)), sketch(" ".join(other))) == pytest.approx(
        0.6, abs=0.1
    )


@given(st.lists(TEXTS, max_size=12))
def test_everyone_is_in_one_group(texts: list[str]) -> None:
    found = groups([sketch(text) for text in texts])
    assert sorted(place for group in found for place in group) == list(range(len(texts)))


async def test_a_near_duplicate_that_was_published_is_told(desk: Office) -> None:
    one = submission("The technician of the phone company never came, four times in a row. " * 3)

    def publish(connection: Connection) -> None:
        for number in range(1, 8):
            other = submission(f"{number} other story about waiting for the phone company. " * 3)
            other = one if number == 5 else other
            publish_row(connection, number, other)
            rows = [{"stem": stem, "number": number} for stem in stems_of(other.body.text, "en")]
            connection.execute(insert(story_stems), rows)

    await desk.do(publish)
    await desk.send(one.body.text + "Really.")
    await desk.round()
    text = desk.messages()[-1]["text"]
    assert "% like #5" in text
    assert text.count("% like") == 1


async def test_other_kinds_and_what_is_decided_are_not_compared(desk: Office) -> None:
    one = await desk.send(state=State.WAITING)
    await desk.send(state=State.WAITING, kind=Kind.COMMENT, about=1)
    await desk.send(state=State.REJECTED)
    duplicates = Duplicates()
    assert await desk.do(lambda c: duplicates.of(c, one)) == []
    await desk.send(state=State.ASIDE)
    assert await desk.do(lambda c: duplicates.of(c, one)) == [Like(100, None)]


def test_only_what_belongs_together_is_folded() -> None:
    sent = [submission(LONG + str(number)) for number in range(3)]
    comment = submission(LONG, kind=Kind.COMMENT, about=1)
    elsewhere = submission(LONG, kind=Kind.COMMENT, about=2)
    folded = Duplicates().grouped([*sent, comment, elsewhere])
    assert sorted(map(len, folded)) == [1, 1, 3]
