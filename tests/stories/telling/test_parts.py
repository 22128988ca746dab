"""The messages of a text: what was masked stays on its words, whatever changes around them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.telling.drafts import Draft, Part
from bot.stories.telling.numbered import words_of
from bot.stories.telling.parts import carried, excess, with_edit, with_part, without_last

words = st.lists(st.text("ab🦊ł", min_size=1, max_size=4), min_size=1, max_size=6).map(" ".join)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """With some of its words masked by hand."""
    texts = draw(st.lists(words, min_size=1, max_size=4))
    draft = Draft(parts=tuple(Part(number, text) for number, text in enumerate(texts)))
    chosen = draw(st.sets(st.sampled_from(words_of(draft.text))))
    return Draft(parts=draft.parts, added=tuple(sorted(chosen)), kept=tuple(sorted(chosen)))


def masked_words(draft: Draft) -> list[str]:
    return [draft.text[start:end] for start, end in draft.added]


@given(drafts(), words)
def test_another_message_moves_nothing(draft: Draft, text: str) -> None:
    after = with_part(draft, Part(99, text))
    assert masked_words(after) == masked_words(draft)
    assert without_last(after) == draft


@given(drafts(), st.data(), words)
def test_an_edit_leaves_the_other_messages_as_they_were(
    draft: Draft, data: st.DataObject, text: str
) -> None:
    number = data.draw(st.sampled_from(range(len(draft.parts))))
    after = with_edit(draft, number, text)
    assert after.parts[number] == Part(number, text)
    assert set(masked_words(after)) <= set(masked_words(draft))
    start = sum(len(part.text) + 1 for part in draft.parts[:number])
    ends = start + len(draft.parts[number].text), start + len(text)
    for before, spans in ((draft, after.added), (draft, after.kept)):
        outside = [span for span in before.added if span[1] <= start or span[0] >= ends[0]]
        assert len([one for one in spans if one[1] <= start or one[0] >= ends[1]]) == len(outside)


@given(drafts(), st.data())
def test_an_edit_that_changes_nothing_keeps_every_word_masked(
    draft: Draft, data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(range(len(draft.parts))))
    after = with_edit(draft, number, draft.parts[number].text)
    assert set(draft.added) <= set(after.added)


def test_a_word_masked_by_hand_stays_masked_when_its_message_is_edited() -> None:
    draft = Draft(parts=(Part(1, "a tiger came"),), added=((2, 7),), kept=((2, 7),))
    after = with_edit(draft, 1, "then a tiger and a tiger came")
    assert masked_words(after) == ["tiger", "tiger"]
    assert after.kept == ()


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5),
    st.integers(0, 30), st.integers(0, 9), st.integers(0, 9),
)  # fmt: skip
def test_spans_are_shifted_whole_or_dropped(
    given_spans: list[tuple[int, int]], start: int, old: int, new: int
) -> None:
    spans = [(first, first + length) for first, length in given_spans]
    lengths = [last - first for first, last in spans]
    after = list(carried(spans, start, old, new))
    assert len(after) <= len(spans)
    assert all(last - first in lengths and first >= 0 for first, last in after)


@given(drafts(), words)
def test_the_excess_is_what_the_text_is_too_long_by(draft: Draft, text: str) -> None:
    long = text * 1_000
    after = with_part(draft, Part(99, long))
    assert excess(draft, long) == max(0, len(after.text) - after.longest)
    edited = with_edit(draft, 0, long)
    assert excess(draft, long, 0) == max(0, len(edited.text) - edited.longest)
