"""Pages: every word is on one, each fits, whatever was typed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.reading.paging import LONGEST_WORD, PAGE_UNITS, beginning, pages_of
from bot.stories.shown import author_html, clean
from bot.texts.html import utf16_length, visible

HOSTILE = st.text(st.sampled_from("ab.@/:#$ \n😀é&<"), max_size=7_000)


@given(st.one_of(HOSTILE, st.text(max_size=6_000)))
def test_each_page_fits_and_no_word_is_lost(text: str) -> None:
    pages = pages_of(text)
    assert "".join("".join(pages).split()) == "".join(clean(text).split())
    for page in pages:
        assert utf16_length(visible(author_html(page, links=False))) <= PAGE_UNITS


def test_a_short_text_is_one_page_with_its_lines() -> None:
    assert pages_of("One.\n\nTwo.") == ["One.\n\nTwo."]
    assert pages_of("") == [""]


def test_a_cut_falls_between_words() -> None:
    words = [f"word{number}" for number in range(1_000)]
    assert [word for page in pages_of(" ".join(words)) for word in page.split()] == words


def test_a_word_without_an_end_is_cut_all_the_same() -> None:
    pages = pages_of("x" * 6_000)
    assert len(pages) > 2
    assert all(len(page) % LONGEST_WORD == 0 for page in pages)


def test_the_beginning_says_whether_there_is_more() -> None:
    assert beginning("One two.", 100) == ("One two.", False)
    text, is_longer = beginning("One two three " * 20, 40)
    assert is_longer
    assert text.endswith(" …")
