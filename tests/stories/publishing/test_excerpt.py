"""The start of a long text: never too long, never cut where it need not be."""

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.publishing.channel.excerpt import excerpt
from bot.texts.html import utf16_length

ROOM = 60


@given(st.text(max_size=200), st.integers(10, 100))
def test_it_fits_and_is_a_start(text: str, room: int) -> None:
    short = excerpt(text, room)
    assert utf16_length(short) <= room
    if short != text:
        assert short.endswith("…")
        assert text.startswith(short.removesuffix("…").rstrip())


def test_what_fits_stays() -> None:
    assert excerpt("Short.", ROOM) == "Short."


def test_it_ends_with_a_sentence() -> None:
    text = "They called me at dinner, twice. “Who is it?” I asked. Nobody answered me at all."
    assert excerpt(text, ROOM) == "They called me at dinner, twice. “Who is it?” I asked. …"
    assert excerpt(text, ROOM - 20) == "They called me at dinner, twice. …"


def test_it_ends_with_a_word_where_the_sentence_is_long() -> None:
    assert excerpt("word " * 30, ROOM) == "word " * 10 + "word…"


def test_it_cuts_a_word_that_has_no_end() -> None:
    assert excerpt("x" * 100, ROOM) == "x" * 58 + "…"
    assert excerpt("😠" * 100, ROOM) == "😠" * 29 + "…"
