from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.formatted import Formatted, utf16_length
from bot.playground.html_parser import parse_html
from bot.playground.refusal import RefusedError
from bot.playground.render import telegram_tags, to_html


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("ż<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        (
            "&#xd800;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_markup_telegram_cannot_parse(markup: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        parse_html(markup)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("<strong>a</strong>", "a", [entity("bold", 0, 1)]),
        ("😀<em>é</em>", "😀é", [entity("italic", 2, 1)]),
        (
            "<ins>a</ins><del>b</del>",
            "ab",
            [entity("underline", 0, 1), entity("strikethrough", 1, 1)],
        ),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<B>a</b>", "a", [entity("bold", 0, 1)]),
        ("<b>a</>", "a", [entity("bold", 0, 1)]),
        ("&lt;b&gt; &amp;amp; &quot;&#39;&#x1F600;", "<b> &amp; \"'😀", []),
        ("&nbsp; & &copy;", "&nbsp; & &copy;", []),
        (" \n<b> a </b>\n", "a", [entity("bold", 0, 1)]),
        ("<b>\n</b>a", "a", []),
        ("<b></b>a", "a", []),
        (
            "<a href='http://example.com?a=1&amp;b=2'>x</a>",
            "x",
            [entity("text_link", 0, 1, url="http://example.com/?a=1&b=2")],
        ),
        (
            "<a>example.com</a>",
            "example.com",
            [entity("text_link", 0, 11, url="http://example.com/")],
        ),
        ('<a href="http://localhost/">x</a>', "x", []),
        ("<pre>a <b>b</b></pre>", "a b", [entity("pre", 0, 3)]),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="python")],
        ),
        ('<code class="language-python">x</code>', "x", [entity("code", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        (
            "<blockquote>a<blockquote>b</blockquote></blockquote>",
            "ab",
            [entity("blockquote", 0, 2)],
        ),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            "👍",
            [entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")],
        ),
    ],
)
def test_markup_becomes_text_and_entities(
    markup: str, text: str, entities: list[dict[str, Any]]
) -> None:
    assert parse_html(markup) == Formatted(text, tuple(entities))


PLAIN = st.text(st.sampled_from("aż<>&\"' \n😀👩‍👩‍👧x"), max_size=6).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
TAGS = st.sampled_from(
    [
        ("<b>", "</b>"),
        ("<i>", "</i>"),
        ("<u>", "</u>"),
        ("<s>", "</s>"),
        ("<tg-spoiler>", "</tg-spoiler>"),
        ("<code>", "</code>"),
        ('<pre><code class="language-x">', "</code></pre>"),
        ("<blockquote>", "</blockquote>"),
        ("<blockquote expandable>", "</blockquote>"),
        ('<a href="https://example.com/?a=1&amp;b=2">', "</a>"),
        ('<tg-emoji emoji-id="123">', "</tg-emoji>"),
    ]
)
MARKUP = st.recursive(
    PLAIN,
    lambda inner: (
        st.builds(lambda tag, body: f"{tag[0]}{body}{tag[1]}", TAGS, inner)
        | st.builds(str.__add__, inner, inner)
    ),
    max_leaves=12,
)


@given(MARKUP)
def test_there_and_back_again_nothing_changes(markup: str) -> None:
    parsed = parse_html(markup)
    assert parse_html(to_html(parsed, telegram_tags)) == parsed


@given(MARKUP)
def test_entities_lie_within_the_text_and_nest(markup: str) -> None:
    parsed = parse_html(markup)
    units = parsed.text.encode("utf-16-le")
    assert parsed.text == parsed.text.strip()
    assert len(units) == 2 * utf16_length(parsed.text)
    for one in parsed.entities:
        start, stop = one["offset"], one["offset"] + one["length"]
        assert 0 <= start < stop <= utf16_length(parsed.text)
        assert units[2 * start : 2 * stop].decode("utf-16-le").strip()
        for other in parsed.entities:
            first, last = other["offset"], other["offset"] + other["length"]
            crossing = start < first < stop < last
            assert not crossing


@given(st.text(max_size=30) | st.text(st.sampled_from("<>/ab&;=\"' "), max_size=12))
def test_any_text_is_parsed_or_refused(markup: str) -> None:
    with suppress(RefusedError):
        assert parse_html(markup).text == parse_html(markup).text.strip()
