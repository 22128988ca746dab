import re

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.detection import with_detected
from bot.playground.formatted import Formatted
from bot.playground.render import to_html

KINDS = ("bold", "code", "pre", "spoiler", "blockquote", "url", "bot_command", "text_link", "email")
ENTITIES = st.builds(
    lambda kind, offset, length: {
        "type": kind,
        "offset": offset,
        "length": length,
        "url": 'https://a.com/"><script>',
    },
    st.sampled_from(KINDS),
    st.integers(0, 5),
    st.integers(1, 5),
)
TAG = re.compile(r"</?(?:b|code|pre|span|blockquote|a)(?: [a-z-]+=\"[^\"<>]*\")*>")


@given(st.text(st.sampled_from("<>&\"'ab/@.😀"), min_size=10), st.lists(ENTITIES, max_size=5))
def test_nothing_typed_becomes_a_tag(text: str, entities: list[dict[str, object]]) -> None:
    html = to_html(Formatted(text, tuple(entities)))
    assert "<" not in TAG.sub("", html)
    opened: list[str] = []
    for tag in TAG.findall(html):
        name = tag.strip("</>").split(" ")[0]
        if tag.startswith("</"):
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []


def test_links_that_could_run_something_are_no_links() -> None:
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    assert to_html(Formatted("x", (link,))) == "x"
    link["url"] = "https://a.com/?b=1&c=2"
    assert 'href="https://a.com/?b=1&amp;c=2" ' in to_html(Formatted("x", (link,)))
    assert "noopener" in to_html(Formatted("x", (link,)))


def test_what_telegram_finds_by_itself() -> None:
    text = "😀 /start@bot see https://a.com/x. or a.com, write me@a.com @someone #tag 1/2"
    found = with_detected(Formatted(text)).entities
    units = text.encode("utf-16-le")
    words = [
        (
            one["type"],
            units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le"),
        )
        for one in found
    ]
    assert words == [
        ("bot_command", "/start@bot"),
        ("url", "https://a.com/x"),
        ("url", "a.com"),
        ("email", "me@a.com"),
        ("mention", "@someone"),
        ("hashtag", "#tag"),
    ]
