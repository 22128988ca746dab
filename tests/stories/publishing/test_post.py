"""What stands in a post, in three languages and for hostile authors."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import MessageLimit

from bot.stories.model import LONGEST, SECTORS, TAGS, TELLERS
from bot.stories.publishing.channel.model import Story
from bot.stories.publishing.channel.post import farewell, post
from bot.texts.html import utf16_length, visible
from tests.stories.publishing.kiosk import languages

SPOKEN = languages()
STORY = Story(
    number=17,
    language="en",
    teller="customer",
    sector="telecom",
    text="They hung up on me.",
    nickname="",
    company="",
    tags=(),
    links=False,
    continues=None,
    up=12,
    down=3,
    closed=False,
)


def text_of(**changes: object) -> str:
    return post(replace(STORY, **changes), SPOKEN["en"], "some_bot").text  # type: ignore[arg-type]


def test_a_short_story() -> None:
    screen = post(STORY, SPOKEN["en"], "some_bot")
    assert screen.text == "<b>#17</b> · Phone and internet · Customer\n\nThey hung up on me."
    votes, ways = screen.rows
    assert [(button.label, button.data) for button in votes] == [
        ("👍 12", "vote:17:up"),
        ("👎 3", "vote:17:down"),
    ]
    assert [button.url for button in ways] == [
        "https://t.me/some_bot?start=story_17",
        "https://t.me/some_bot?start=story",
    ]


def test_all_that_a_story_can_have() -> None:
    text = text_of(company="Rossa", nickname="Nora", tags=("funny", "hold music"), continues=12)
    assert text == (
        "<b>#17</b> · Phone and internet · Customer\n"
        "🏢 Rossa\n"
        'Goes on from <a href="https://t.me/some_bot?start=story_12">#12</a>\n\n'
        "They hung up on me.\n"
        "— Nora\n\n"
        "🏷 funny · hold music"
    )


def test_a_long_story_goes_on_in_the_bot() -> None:
    text = text_of(text="They hung up on me. " * 200)
    assert '\n<a href="https://t.me/some_bot?start=story_17">Read on</a>' in text
    assert utf16_length(visible(text)) < 2600


@pytest.mark.parametrize("code", SPOKEN)
def test_every_name_there_is(code: str) -> None:
    for sector in SECTORS:
        for teller in TELLERS:
            story = replace(STORY, language=code, sector=sector, teller=teller, tags=TAGS)
            assert post(story, SPOKEN[code], "some_bot").text
    own, taken = (farewell(17, SPOKEN[code], removed=one) for one in (False, True))
    assert own != taken
    assert "#17" in own
    assert "#17" in taken


@given(
    st.text(st.sampled_from("a.b@#/<>&\"' \n😠x1\u202e\u200b"), max_size=LONGEST),
    st.text(max_size=40),
    st.lists(st.text(max_size=24), max_size=6),
)
def test_whatever_they_write_fits_and_is_text(said: str, name: str, tags: list[str]) -> None:
    text = text_of(text=said, nickname=name, company=name, tags=tuple(tags))
    assert utf16_length(visible(text)) <= MessageLimit.MAX_TEXT_LENGTH
    allowed = {"<b>", "</b>", "</a>", '<a href="https://t.me/some_bot?start=story_17">'}
    assert {f"<{part.partition('>')[0]}>" for part in text.split("<")[1:]} <= allowed


def test_the_longest_of_the_most_hostile() -> None:
    text = text_of(text="a.bc" * (LONGEST // 4), company="a.bc" * 10, tags=("a.bc" * 6,) * 6)
    assert utf16_length(visible(text)) <= MessageLimit.MAX_TEXT_LENGTH
