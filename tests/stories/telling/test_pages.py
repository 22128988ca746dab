"""Long texts in pages: nothing lost, none too long, no placeholder cut."""

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.html_parser import parse_html
from bot.stories.telling.pages import page_of, pages, shown, turning
from bot.texts.html import utf16_length

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("ab .@#/$:<&>[]\n🦊\u200b\u202e\u0301"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=400,
)


@given(HOSTILE, st.integers(120, 300))
def test_pages_hold_all_of_the_text_and_fit_as_shown(text: str, limit: int) -> None:
    found = pages(text, limit)
    assert "".join(found) == text
    for page in found:
        html = shown(page, ["phone", "word"], "en")
        assert utf16_length(parse_html(html).text) <= limit


def test_a_placeholder_stays_whole() -> None:
    text = "word " * 40 + "[date of birth] " * 40
    for page in pages(text, 120):
        assert page.count("[") == page.count("]") == page.count("[date of birth]")


def test_text_without_a_space_is_parted_too() -> None:
    assert len(pages("🦊" * 6_000)) == 5


def test_placeholders_stand_out() -> None:
    assert shown("Call [phone] <b>", ["phone"], "en") == "Call <b>[phone]</b> &lt;b&gt;"


@given(st.integers(1, 9), st.text(max_size=5))
def test_any_page_asked_for_is_one_that_is_there(count: int, argument: str) -> None:
    assert 0 <= page_of(count, argument) < count


def test_pages_turn_round() -> None:
    assert turning("masks", 0, 1) == ()
    ((back, here, on),) = turning("masks", 0, 3)
    labels = (back.data, here.label, on.data)
    assert labels == ("story:go:masks:3", "1/3", "story:go:masks:2")
