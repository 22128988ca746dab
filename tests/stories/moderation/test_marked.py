"""Hints and how they are shown: whatever is written, the HTML is whole and the text is all there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.moderation.hints import Mark, Sign, links_in, marks
from bot.stories.moderation.insults import insults_in
from bot.stories.moderation.marked import PAGE_UNITS, marked, pages, plain_of
from bot.stories.shown import author_html
from bot.texts.html import utf16_length, visible
from tests.stories.moderation.office import shipped_insults

TEXT = st.text(
    st.sampled_from("aB1 .,<>&\"'/@#[]\n\u202e\u200d\u0301👩é")
    | st.characters(exclude_categories=["Cs"])
)
SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(Sign)).map(
        lambda one: Mark(min(one[:2]), max(one[:2]), one[2])
    ),
    max_size=8,
)


@given(TEXT, SPANS)
def test_highlighting_never_breaks_html_nor_loses_text(text: str, spans: list[Mark]) -> None:
    one = marked(text, spans)
    html = one.html(0, len(one.shown))
    assert visible(html) == visible(author_html(text, links=False))
    for tag in ("u", "b", "code"):
        assert html.count(f"<{tag}>") == html.count(f"</{tag}>")
    bare = html
    for tag in ("u", "b", "code"):
        bare = bare.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<" not in bare


@given(TEXT, st.integers(2, 40))
def test_pages_cover_all_of_the_text_and_fit(text: str, limit: int) -> None:
    parts = pages(text, limit)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(utf16_length(text[start:end]) <= limit for start, end in parts)


@given(st.text("ab ", min_size=30))
def test_pages_end_between_words_where_they_can(text: str) -> None:
    for _, end in pages(text, 20)[:-1]:
        around = text[max(0, end - 10) : end]
        assert text[end - 1] == " " or " " not in around


@given(TEXT, st.sampled_from(["en", "it", "pl"]))
def test_marks_lie_within_the_text(text: str, language: str) -> None:
    plain = plain_of(text)
    for mark in marks(plain, language, shipped_insults()):
        assert 0 <= mark.start < mark.end <= len(plain)


def hinted(text: str, language: str = "en", sign: Sign = Sign.HINT) -> set[str]:
    found = marks(text, language, shipped_insults(), {"rossa"})
    return {text[mark.start : mark.end] for mark in found if mark.sign is sign}


def test_what_may_be_a_name_or_a_number_is_hinted_at() -> None:
    assert "Zorbal" in hinted("and then Zorbal shouted")
    assert "Kowalszczak-Nowy" in hinted("mówił, Kowalszczak-Nowy krzyczał", "pl")
    assert any("00 77 88 99" in one for one in hinted("the thing 00 77 88 99 again"))
    assert "Qzwartz" in hinted("[name] Qzwartz came")


@pytest.mark.parametrize(
    "text",
    ["They left. Nobody came.", "on Monday in December", "my TV and my SIM", "by Rossa again",
     "it cost 29 euro", "I waited", "with Vodafone in Krakowie", "a man from Milano"],
)  # fmt: skip
def test_what_is_nobodys_name_is_not(text: str) -> None:
    assert not hinted(text) & {
        "Nobody",
        "Monday",
        "December",
        "TV",
        "SIM",
        "Rossa",
        "I",
        "Vodafone",
        "Krakowie",
        "Milano",
    }


def test_insults_in_three_languages_inflected_and_with_accents() -> None:
    insults = shipped_insults()
    for text, language in (
        ("you Idiots", "en"), ("che STRONZI", "it"), ("ty złodzieju, gówno", "pl"),
        ("what a bastard", "pl"), ("bástard", "en"),
    ):  # fmt: skip
        assert insults_in(text, language, insults), text
    for text, language in (
        ("the assistant passed the class", "en"), ("una classe di assistenti", "it"),
        ("testare il canale", "it"), ("sucha bułka", "pl"),
    ):  # fmt: skip
        assert not insults_in(text, language, insults), text


def test_an_insult_is_shown_as_one() -> None:
    text = "and then the Bastard laughed"
    one = marked(text, marks(text, "en", shipped_insults()))
    assert "<b>Bastard</b>" in one.html(0, len(one.shown))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://a.example/x?y=1, or www.b.it.", ["https://a.example/x?y=1", "www.b.it"]),
        ("t.me/joinchat and @some_bot", ["t.me/joinchat", "@some_bot"]),
        ("It is 29.90 euro... e.g. at 10.30", []),
        ("shop.example.com/a!", ["shop.example.com/a"]),
    ],
)
def test_links_are_named(text: str, found: list[str]) -> None:
    assert links_in(text) == found


@pytest.mark.parametrize(
    "unit", ["<", "a.", "a-", "1 ", "@a", "[", "Ab ", "a", "'", "Aa-", "\u0301a", "\n", "http://"]
)
def test_no_text_takes_long(unit: str) -> None:
    text = (unit * 6_000)[:6_000]
    began = time.perf_counter()
    links_in(text)
    one = marked(text, [Mark(0, 10, Sign.HINT)])
    for start, end in one.pages():
        assert utf16_length(one.shown[start:end]) <= PAGE_UNITS
        one.html(start, end)
    assert time.perf_counter() - began < 1
