"""Digests as people get them: made once, for who wants them, in their language."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select, update

from bot.broadcasts.digest.digest import Digest
from bot.broadcasts.digest.store import Best
from bot.broadcasts.digest.text import content
from bot.content import Content
from bot.settings import load_settings
from bot.storage.broadcast_tables import broadcasts
from bot.storage.story_tables import stories, story_texts
from bot.storage.tables import people
from bot.stories.shown import author_html
from bot.texts.html import utf16_length, visible
from tests.broadcasts.sending.office import Office
from tests.broadcasts.sending.rows import add_people, nobody, person_row
from tests.stories.hostile.payloads import MARKUP, PILES, UNSEEN

SUNDAY = datetime(2026, 11, 22, 18, 1, tzinfo=UTC)
SHOWN = partial(author_html, links=False)
LANGUAGES = Content.load(load_settings(_env_file=None)).library.languages
ME = 1000


def add_story(
    connection: Connection, number: int, score: int = 1, day: date = date(2026, 11, 21), **more: Any
) -> None:
    row = {
        "number": number, "language": "en", "teller": "customer", "sector": "bank",
        "state": "open", "published_on": day, "score": score, "votes": 1, "comments": 0,
        "receipt": number.to_bytes(32, "big"),
    }  # fmt: skip
    text = {
        "number": number, "nickname": "", "company": "", "tags": [], "links": False,
        "feelings": {}, "text": f"Story number {number}.",
    }  # fmt: skip
    connection.execute(insert(stories).values({**row, **more}))
    connection.execute(insert(story_texts).values(text))


def tell(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        add_story(connection, **row)


def digest_of(desk: Office) -> Digest:
    desk.clock.now = SUNDAY
    writer, wake = desk.database.writer, desk.sender.wake
    return Digest(writer, desk.clock, lambda: LANGUAGES, SHOWN, nobody, wake, ME)


async def made(desk: Office) -> int:
    return await desk.do(lambda c: c.scalar(select(func.count()).select_from(broadcasts)) or 0)


async def test_who_wants_it_gets_the_best_and_nobody_else_a_word(desk: Office) -> None:
    wants = await desk.invite(1, subscriptions=2)
    others = await desk.invite(2, subscriptions=5 + 8)
    italian = await desk.invite(1, subscriptions=2, language="it")
    told = [{"number": number, "score": number} for number in range(1, 8)]
    await desk.do(lambda c: tell(c, told))
    await desk.do(lambda c: add_story(c, 20, score=99, day=date(2026, 11, 20)))
    await desk.do(lambda c: add_story(c, 21, score=99, day=date(2026, 11, 22)))
    await desk.do(lambda c: add_story(c, 22, score=99, state="withdrawn"))
    digest = digest_of(desk)
    async with desk.at_work():
        assert await digest.once() == 1
        await desk.until(1)
        assert await digest.once() == 0
    (message,) = desk.got(wants[0])
    assert [f"#{n}" in message["text"] for n in range(1, 8)] == [False] * 2 + [True] * 5
    assert message["text"].index("#7") < message["text"].index("#3")
    assert "#20" not in message["text"]
    keys = [key["text"] for row in message["reply_markup"]["inline_keyboard"] for key in row]
    assert keys == ["📖 #7", "📖 #6", "📖 #5", "📖 #4", "📖 #3", "Fewer messages"]
    assert not any(desk.got(one) for one in (*others, *italian))
    assert await desk.tally(1) == {"sent": 1}


async def test_each_language_has_its_own(desk: Office) -> None:
    (anna,) = await desk.invite(1, subscriptions=2, language="it")
    (john,) = await desk.invite(1, subscriptions=2)
    await desk.do(lambda c: tell(c, [{"number": 1}, {"number": 2, "language": "it"}]))
    async with desk.at_work():
        await digest_of(desk).once()
        await desk.until(1)
    assert "#2" in desk.got(anna)[0]["text"]
    assert "#1" in desk.got(john)[0]["text"]
    assert "#1" not in desk.got(anna)[0]["text"]


async def test_without_a_story_or_a_reader_there_is_none(desk: Office) -> None:
    digest = digest_of(desk)
    await desk.invite(2, subscriptions=2, language="pl")
    assert await digest.once() == 0
    await desk.do(lambda c: tell(c, [{"number": 1}, {"number": 2, "language": "pl", "score": -1}]))
    assert await digest.once() == 0
    assert await made(desk) == 0


async def test_a_restart_makes_it_neither_twice_nor_late(desk: Office) -> None:
    await desk.invite(1, subscriptions=2)
    await desk.do(lambda c: add_story(c, 1))
    assert [await digest_of(desk).once() for _ in range(3)] == [1, 0, 0]
    digest = digest_of(desk)
    desk.clock.now = SUNDAY + timedelta(hours=15)
    assert await digest.once() == 0
    assert await made(desk) == 1


async def test_on_monday_the_week_goes_too_and_who_sleeps_gets_it_in_the_morning(
    desk: Office,
) -> None:
    (tokyo,) = await desk.invite(1, subscriptions=8, time_zone="Asia/Tokyo")
    await desk.do(lambda c: add_story(c, 1, day=date(2026, 11, 17)))
    digest = digest_of(desk)
    desk.clock.now = SUNDAY + timedelta(days=1)
    async with desk.at_work():
        assert await digest.once() == 1
        await desk.comes(lambda: _written(desk))
        assert not desk.got(tokyo)
        desk.clock.now = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
        desk.sender.wake()
        await desk.until(1)
    assert "Last week" in desk.got(tokyo)[0]["text"]


async def _written(desk: Office) -> bool:
    return bool(await desk.tally(1))


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_fits_into_a_message_whatever_is_told(code: str) -> None:
    texts = ["@a" * 3000, "😀" * 3000, "<" * 3000, "x.example " * 300, *PILES, *MARKUP, *UNSEEN]
    for text in texts:
        best = [Best(999_999_999, code, 10**9, text)] * 5
        html, buttons = content("weekly", best, LANGUAGES[code], SHOWN)
        assert utf16_length(visible(html)) <= 4096
        assert len(buttons) == 5
        assert "<script" not in html


async def test_a_reader_who_is_gone_stops_it_for_nobody(desk: Office) -> None:
    (anna,) = await desk.invite(1, subscriptions=2)
    await desk.do(lambda c: add_people(c, [person_row(5_555, subscriptions=2)]))
    await desk.do(lambda c: add_story(c, 1))
    async with desk.at_work():
        await digest_of(desk).once()
        await desk.until(1)
    assert await desk.tally(1) == {"sent": 1, "blocked": 1}
    assert len(desk.got(anna)) == 1


async def test_whoever_stops_before_their_turn_gets_none(desk: Office) -> None:
    (anna,) = await desk.invite(1, subscriptions=2)
    await desk.do(lambda c: add_story(c, 1))
    await digest_of(desk).once()
    leave = update(people).where(people.c.chat_id == anna).values(subscriptions=4)
    await desk.do(lambda c: c.execute(leave).rowcount)
    async with desk.at_work():
        await desk.until(1)
    assert not desk.got(anna)
