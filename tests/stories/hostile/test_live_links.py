"""Nothing an author types is a link until a moderator has allowed links for that story."""

import html

from hypothesis import example, given
from hypothesis import strategies as st

from bot.playground.transcript import words_of
from bot.stories.shown import author_html, clean
from tests.stories.hostile.desk import PATIENCE, decide, raw, send
from tests.stories.hostile.looking import LIVE, Json, faults, units
from tests.stories.hostile.payloads import LINKS, stories
from tests.stories.hostile.watch import Watch
from tests.stories.newsroom import Newsroom

SIGNS = st.sampled_from("ab1.:/@#$_-²½×❤é\u0301\u200b\u200d\u2060\u3164 \n<>&xn.comt.me/")
FIRST = "So it was."
TEXT = (
    "They promised me a refund on http://evil.example/refund and at t.me/evil_bot, wrote @evil_bot "
    "and /start, then hung up on me. The page they meant was shop.evil.com and nothing else."
)


@given(st.lists(st.one_of(SIGNS, st.sampled_from(LINKS)), max_size=30).map("".join))
@example("evil\u0301.com")
@example("1.2.3.4.5")
@example("@\u200b@evil")
@example("#·tag")
def test_whatever_is_put_together(text: str) -> None:
    shown = html.unescape(author_html(text, links=False))
    assert faults({"text": shown}) == []


@given(st.text(max_size=300))
def test_what_is_shown_grows_by_one_sign_for_each_that_pages_count(text: str) -> None:
    shown, plain = html.unescape(author_html(text, links=False)), clean(text)
    assert units(shown) - units(plain) <= sum(map(plain.count, ".:@#$/"))


async def test_links_live_only_when_allowed(room: Newsroom, watch: Watch) -> None:
    """And only in the text of that story: not in its names, nor in what is said under it."""
    reader = room.reader()
    dead, live = raw(f"{FIRST} {TEXT}"), raw(f"{FIRST} {stories()['links']} {TEXT}", place=2)
    await send(room, dead, live)
    await decide(room, live, "links:1")
    await decide(room, live, "publish")
    await decide(room, dead, "publish")
    await room.shows(room.channel, "#2", within=PATIENCE)
    texts = {chat: watch.texts(chat) for chat in (room.office, room.channel)}
    assert not any("http://evil.example/refund" in text for text in texts[room.office])
    first, second = (next(t for t in texts[room.channel] if f"#{n} " in t) for n in (1, 2))
    assert "http://evil.example" in first
    assert "http://evil.example" not in second
    for number, kinds in ((1, {"url", "mention", "email"}), (2, set[str]())):
        await reader.send(f"/start story_{number}", within=PATIENCE)
        before, within, after = parts_of(reader.last)
        assert within == kinds
        assert not before | after


def parts_of(message: Json) -> tuple[set[str], set[str], set[str]]:
    """The kinds of what is live above the text of a story, in it, below it."""
    text = words_of(message)
    start, end = (units(text[: text.index(words)]) for words in (FIRST, "\n— "))
    kinds: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    for entity in message["entities"]:
        place = (entity["offset"] >= start) + (entity["offset"] >= end)
        kinds[place].update({entity["type"]} & LIVE)
    return kinds
