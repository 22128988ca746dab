"""The queue, pausing, ages and the reminder."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.stories import intake_pause
from bot.stories.model import Kind
from bot.stories.moderation.ages import Ages, Reminder
from bot.stories.moderation.queue import age
from bot.stories.publishing.channel import store as posts
from bot.stories.publishing.channel.model import PostState
from tests.stories.moderation.office import LONG, Office, languages, publish_row, submission

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


async def queue(desk: Office, command: str = "/queue") -> str:
    answer = await desk.command(desk.mara.id, command)
    assert answer is not None
    assert answer.screen is not None
    return answer.screen.text


async def test_the_queue_counts_by_kind_and_state_and_knows_the_oldest(desk: Office) -> None:
    await desk.send()
    await desk.send("So true, it was me too.", kind=Kind.COMMENT, about=17)
    await desk.round()
    desk.pass_(hours=3)
    text = await queue(desk)
    assert "<b>Story</b>: 1 waiting, 0 asked, 0 set aside" in text
    assert "<b>Comment</b>: 1 waiting" in text
    assert "waited for 3 hours" in text
    await desk.send("Later. " + LONG)
    assert "1 at the next hour" in await queue(desk)


async def test_reports_that_nobody_decided_are_counted_and_come_again(desk: Office) -> None:
    """Their notices may have been lost among others."""
    for number in (17, 18, 19):
        await desk.do(partial(publish_row, number=number, one=submission()))
        await desk.report(number, number)
    await desk.report(18, 2)
    await desk.tap(desk.mara.id, "rep:19:fine")
    text = await queue(desk)
    assert "2 published stories are reported" in text
    assert "Nothing waits" not in text
    desk.notices.clear()
    await desk.tap(desk.mara.id, "mod:queue:reports")
    told = [(chat, words.partition(":")[0]) for chat, words, _ in desk.notices]
    assert told == [(desk.room, "🚩 Readers report #18"), (desk.room, "🚩 Readers report #17")]
    for number in (17, 18):
        await desk.tap(desk.mara.id, f"rep:{number}:fine")
    assert "reported" not in await queue(desk)
    nothing = await desk.tap(desk.mara.id, "mod:queue:reports")
    assert nothing.toast == "Nothing waits. Thank you!"


def cut(connection: Connection, number: int) -> None:
    """A published story, and nobody knows whether its post is in the channel."""
    publish_row(connection, number, submission())
    posts.add(connection, number)
    posts.move(connection, number, PostState.PENDING, PostState.UNKNOWN)


async def test_posts_in_doubt_are_counted_and_their_questions_come_again(desk: Office) -> None:
    """A chat that refused the first one must not leave a post in doubt for ever."""
    for number in (17, 18):
        await desk.do(partial(cut, number=number))
    await desk.do(lambda connection: desk.press_.take_off(connection, 18))
    text = await queue(desk)
    assert "2 posts may be in the channel or not" in text
    assert "Nothing waits" not in text
    assert desk.notices == []
    again = await desk.tap(desk.mara.id, "mod:queue:doubts")
    assert again.toast == ""
    told = [(chat, words[:31], _data(buttons)) for chat, words, buttons in desk.notices]
    assert told == [
        (desk.room, "The post of #17 was cut on its ", ["post:17:again", "post:17:there"]),
        (desk.room, "#18 was withdrawn, and I cannot", ["post:18:again", "post:18:there"]),
    ]
    for number in (17, 18):
        await desk.do(partial(posts.remove, number=number))
    assert "in the channel or not" not in await queue(desk)
    nothing = await desk.tap(desk.mara.id, "mod:queue:doubts")
    assert nothing.toast == "Nothing waits. Thank you!"


async def test_the_queue_offers_what_there_is(desk: Office) -> None:
    assert "in doubt" not in await offered(desk)
    await desk.do(partial(cut, number=17))
    assert "❓ Show the posts in doubt" in await offered(desk)


async def offered(desk: Office) -> str:
    answer = await desk.command(desk.mara.id, "/queue")
    assert answer is not None
    assert answer.screen is not None
    return "\n".join(button.label for row in answer.screen.rows for button in row)


def _data(buttons: tuple[Any, ...]) -> list[str]:
    return [button.data for button in buttons]


async def test_who_did_what_and_when_is_shown(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.tap(desk.marek.id, f"mod:{one.key}:tag:funny")
    desk.pass_(minutes=5)
    await desk.press(desk.mara, "Publish")
    await desk.command(desk.mara.id, "/pause")
    screen = (await desk.tap(desk.mara.id, "mod:queue:log")).screen
    assert screen is not None
    mara, marek = (f"…{str(person.id)[-4:]}" for person in (desk.mara, desk.marek))
    link = '<a href="https://t.me/a_bot?start=story_17">#17</a>'
    assert screen.text.splitlines()[2:] == [
        f"2026-11-22 10:05 · {mara} · paused taking stories",
        f"2026-11-22 10:05 · {mara} · published {link}",
        f"2026-11-22 10:00 · {marek} · changed the tags",
    ]
    assert one.key not in screen.text


async def test_an_empty_queue_says_thank_you(desk: Office) -> None:
    assert "Nothing waits. Thank you!" in await queue(desk)
    answer = await desk.tap(desk.mara.id, "mod:queue:next")
    assert answer.toast == "Nothing waits. Thank you!"


async def test_the_next_comes_below_the_oldest_first_and_round_again(desk: Office) -> None:
    await desk.send("First of all. " + LONG)
    await desk.round()
    desk.pass_(hours=1)
    await desk.send("The second: my parcel went to the moon and nobody said a word about it. " * 2)
    await desk.round()
    for words in ("First of all", "The second", "First of all"):
        await desk.tap(desk.mara.id, "mod:queue:next")
        await desk.round()
        assert words in desk.messages()[-1]["text"]
    left = [message["text"] for message in desk.messages()]
    assert left.count("👇 The card is below.") == 3
    await desk.press(desk.mara, "Publish")
    await desk.round()
    assert "#17" in desk.messages()[-1]["text"]


async def test_pausing_is_kept_and_logged_once(desk: Office) -> None:
    assert "not taken" in await queue(desk, "/pause")
    await desk.command(desk.mara.id, "/pause@a_bot")
    assert await desk.do(intake_pause.paused)
    assert (await desk.tap(desk.marek.id, "mod:queue:resume")).toast == "Stories are taken."
    assert not await desk.do(intake_pause.paused)
    assert await desk.log() == [
        ("pause", desk.mara.id, "stories"),
        ("resume", desk.marek.id, "stories"),
    ]


async def test_what_waits_for_more_than_a_day_is_told_once_a_day(desk: Office) -> None:
    await desk.send()
    await desk.round()
    for hours, notices in ((24, 0), (1, 1), (20, 1), (5, 2)):
        desk.pass_(hours=hours)
        await desk.round()
        assert len(desk.notices) == notices
    assert "/queue" in desk.notices[0][1]
    assert desk.notices[0][0] == desk.room
    assert "⏰" in await queue(desk)


async def test_rows_tell_no_age(desk: Office) -> None:
    await desk.send()
    await desk.round()
    assert "2026-11-22" not in await desk.bytes()


@given(st.lists(st.sets(st.sampled_from("abcdef")), max_size=20))
def test_an_age_counts_from_when_it_began_to_wait(rounds: list[set[str]]) -> None:
    ages, since = Ages(), dict[str, datetime]()
    now = NOW
    for keys in rounds:
        now += timedelta(hours=1)
        ages.observe(keys, now)
        since = {key: since.get(key, now) for key in keys}
        assert ages.oldest(now) == max((now - at for at in since.values()), default=None)
        assert [since[key] for key in ages.in_order()] == sorted(since.values())


def test_a_reminder_rests_for_a_day() -> None:
    reminder, old = Reminder(), timedelta(hours=25)
    assert not reminder.is_due(None, NOW)
    assert not reminder.is_due(timedelta(hours=24), NOW)
    assert reminder.is_due(old, NOW)
    assert not reminder.is_due(old, NOW + timedelta(hours=23))
    assert reminder.is_due(old, NOW + timedelta(hours=24))


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(minutes=59), "less than an hour"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47, minutes=59), "47 hours"),
        (timedelta(days=2), "2 days"),
    ],
)
def test_ages_in_words(passed: timedelta, said: str) -> None:
    assert age(passed, languages()["en"]) == said
