"""From what was found to what is sent: nothing held is left, placeholders stand where told."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.model import OWN_SIGN, OWN_WORD
from bot.stories.redaction import KINDS, Found, masked
from bot.stories.telling.drafts import Draft, Part
from bot.stories.telling.masking import chosen, counts, placeholder, with_masks
from bot.stories.telling.numbered import words_of

LETTERS = st.text("ab \n🦊ł.[]<", min_size=1, max_size=60)


@st.composite
def findings(draw: st.DrawFn) -> tuple[str, tuple[Found, ...]]:
    """A text and spans of it, sorted and apart."""
    text = draw(LETTERS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    kinds, certain = st.sampled_from(KINDS), st.booleans()
    return text, tuple(Found(a, b, draw(kinds), draw(certain)) for a, b in pairs if a < b)


@given(findings(), st.sampled_from(["en", "it", "pl"]))
def test_the_text_is_the_one_redaction_makes(
    given_: tuple[str, tuple[Found, ...]], language: str
) -> None:
    text, found = given_
    result, masks = with_masks(text, found, language)
    assert result == masked(text, found, language)
    assert [(mask.kind, result[mask.start : mask.end]) for mask in masks] == [
        (one.kind, placeholder(one.kind, language)) for one in found
    ]


@given(findings(), st.data())
def test_what_is_chosen_is_sorted_apart_and_covers_what_must_be_masked(
    given_: tuple[str, tuple[Found, ...]], data: st.DataObject
) -> None:
    text, found = given_
    words = words_of(text)
    added = data.draw(st.sets(st.sampled_from(words))) if words else set[tuple[int, int]]()
    kept = data.draw(st.sets(st.sampled_from(found))) if found else set[Found]()
    draft = Draft(
        parts=(Part(1, text),),
        added=tuple(sorted(added)),
        kept=tuple(sorted((one.start, one.end) for one in kept)),
    )
    spans = chosen(text, found, draft)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = {place for one in spans for place in range(one.start, one.end)}
    for one in found:
        held = one.certain or one not in kept
        assert (not held) or covered >= set(range(one.start, one.end))
    for start, end in added:
        assert all(place in covered or text[place].isspace() for place in range(start, end))
    allowed = {place for one in found for place in range(one.start, one.end)}
    allowed |= {place for start, end in added for place in range(start, end)}
    assert all(place in allowed or text[place].isspace() for place in covered)


def test_neighbours_chosen_by_hand_become_one_sign() -> None:
    draft = Draft(added=((0, 3), (4, 8), (13, 17)))
    spans = chosen("the blue tiny fish", (Found(9, 12, "name", False),), draft)
    assert with_masks("the blue tiny fish", spans, "en")[0] == f"{OWN_SIGN} [name]y {OWN_SIGN}h"
    assert counts(spans) == {OWN_WORD: 2, "name": 1}


def test_a_checksum_cannot_be_talked_away() -> None:
    found = (Found(0, 4, "iban", True), Found(5, 9, "name", False))
    draft = Draft(kept=((0, 4), (5, 9)))
    assert chosen("ABCD Rosa", found, draft) == found[:1]
