"""Masking words by their numbers."""

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.model import OWN_SIGN, Body, Mask
from bot.stories.moderation.asking import Wanted, wanted_in
from bot.stories.moderation.word_masks import without, words_of

TEXT = st.text(st.sampled_from("ab1 .,'’-[]…\n") | st.characters(), max_size=60)


@given(TEXT)
def test_words_are_apart_and_begin_and_end_in_letters(text: str) -> None:
    end = 0
    for start, stop in words_of(text):
        assert end <= start < stop
        assert not text[start:stop].isspace()
        end = stop


@given(TEXT, st.sets(st.integers(-2, 12)))
def test_the_words_go_and_all_else_stays(text: str, numbers: set[int]) -> None:
    spans = words_of(text)
    after = without(Body(text), numbers)
    kept, done = list[str](), 0
    for number, (start, end) in enumerate(spans):
        kept += [text[done:start], OWN_SIGN if number in numbers else text[start:end]]
        done = end
    assert after.text == "".join([*kept, text[done:]])
    assert all(after.text[mask.start : mask.end] == OWN_SIGN for mask in after.masks)
    assert len(after.masks) == len(numbers & set(range(len(spans))))


def test_what_was_masked_before_is_still_where_its_placeholder_stands() -> None:
    text = "Call Zorbal at [phone] or [bank account], said Zorbal."
    places = [text.index("[phone]"), text.index("[bank account]")]
    masks = (Mask(places[0], places[0] + 7, "phone"), Mask(places[1], places[1] + 14, "iban"))
    body = Body(text, masks=masks)
    words = [text[slice(*span)] for span in words_of(text)]
    assert words == ["Call", "Zorbal", "at", "or", "said", "Zorbal"]
    after = without(body, [1, 5])
    assert after.text == "Call […] at [phone] or [bank account], said […]."
    assert [after.text[mask.start : mask.end] for mask in after.masks] == [
        OWN_SIGN, "[phone]", "[bank account]", OWN_SIGN,
    ]  # fmt: skip


def test_a_masked_word_is_no_word_any_more() -> None:
    assert words_of("[…] and […]") == [(4, 7)]


def test_only_a_code_at_the_very_end_counts() -> None:
    key = "0123456789abcdef"
    assert wanted_in(f"Reply.\n\n(ask {key})") == Wanted("ask", key)
    assert wanted_in(f"Reply.\n\n(reason {key})\n") == Wanted("reason", key)
    for text in (f"(ask {key}) Masked: nothing", f"(ask {key}0)", "(ask )", f"(tell {key})", ""):
        assert wanted_in(text) is None
