"""A post goes out once; what was cut on its way is never sent again without a moderator's word."""

import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from bot.playground.faults import Fault
from tests.stories.publishing.kiosk import Kiosk, languages

CUTS = [Fault.timeout(effect=True), Fault.reset(effect=True), Fault.refusal(502, "Bad Gateway")]


def cut_once(stand: Kiosk, fault: Fault) -> None:
    left = [fault]

    def rule(method: str, _: Mapping[str, Any]) -> Fault | None:
        return left.pop() if left and method == "sendMessage" else None

    stand.playground.telegram.fault = rule


async def test_a_story_is_posted_once(stand: Kiosk) -> None:
    assert await stand.publish() == 1
    assert await stand.publish("Then they called back.") == 2
    for _ in range(3):
        await stand.round()
    first, second = (message["text"] for message in stand.shown)
    assert first.startswith("#1 · Phone and internet · Customer\n🏢 Telefonica Rossa\n\nThey hung")
    assert first.endswith("— Nora\n\n🏷 hung up · hold music")
    assert second.startswith("#2")
    assert stand.labels() == [["👍 0", "👎 0"], ["Read, comment", "Tell yours"]]
    assert stand.calls("sendMessage") == 2
    assert stand.calls("editMessageReplyMarkup") == 0
    stand.restart()
    await stand.round()
    assert stand.calls("sendMessage") == 2
    post = await stand.post(2)
    assert post is not None
    assert (post.state, post.message_id) == ("sent", 2)


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.kind)
async def test_a_cut_post_is_unknown_and_not_sent_again(stand: Kiosk, cut: Fault) -> None:
    cut_once(stand, cut)
    number = await stand.publish()
    for _ in range(3):
        stand.seconds += 10_000
        await stand.round()
    stand.restart()
    await stand.round()
    assert await stand.state(number) == "unknown"
    assert len(stand.shown) == (1 if cut.effect else 0)
    [(text, buttons)] = stand.notices
    assert text.startswith("The post of #1 was cut on its way")
    assert [button.data for button in buttons] == ["post:1:again", "post:1:there"]
    assert await stand.publish() == 2
    await stand.round()
    assert await stand.state(2) == "sent"


@pytest.mark.parametrize(
    ("code", "words", "advised"),
    [
        (403, "Forbidden: bot was kicked from the channel chat", "make me an administrator"),
        (400, "Bad Request: chat not found", "check /admin or CHANNEL_ID"),
        (400, "Bad Request: need administrator rights in the channel chat", "administrator"),
        (400, "Bad Request: can't parse entities", "refuses what I post"),
        (401, "Unauthorized", "refuses"),
    ],
)
async def test_a_refused_post_waits_and_goes_when_it_can(
    stand: Kiosk, code: int, words: str, advised: str
) -> None:
    stand.refuse("sendMessage", code, words, times=4)
    await stand.publish()
    waits = []
    while await stand.state() == "pending":
        before = len(stand.playground.telegram.calls)
        await stand.round()
        if len(stand.playground.telegram.calls) > before:
            waits.append(stand.seconds)
        stand.seconds += 1
    assert waits == [0, 5, 15, 35, 75]
    assert len(stand.shown) == 1
    [alarm] = stand.alarms
    assert advised in alarm
    assert "They hung" not in alarm
    stand.refuse("sendMessage", code, words)
    await stand.publish()
    await stand.round()
    assert len(stand.alarms) == 2


async def test_admins_are_told_in_their_own_language(stand: Kiosk) -> None:
    stand.spoken = "it"
    stand.refuse("sendMessage", 400, "Bad Request: can't parse entities")
    await stand.publish()
    await stand.round()
    [alarm] = stand.alarms
    assert alarm.startswith("#1: ")
    assert "Telegram refuses" not in alarm
    assert languages()["it"].say("Telegram refuses what I post in the channel.") in alarm


async def test_a_channel_out_of_reach_for_long_is_tried_every_hour(stand: Kiosk) -> None:
    stand.refuse("sendMessage", 403, "Forbidden: bot was kicked from the channel chat", times=99)
    await stand.publish()
    tries = []
    for stand.seconds in range(0, 60_000, 200):
        before = len(stand.playground.telegram.calls)
        await stand.round()
        if len(stand.playground.telegram.calls) > before:
            tries.append(stand.seconds)
    assert {later - before for before, later in itertools.pairwise(tries[-5:])} == {3600}
    assert len(stand.alarms) == 1


async def test_one_story_that_is_refused_keeps_no_other_waiting(stand: Kiosk) -> None:
    refused = Fault.refusal(400, "Bad Request: can't parse entities")
    stand.playground.telegram.fault = lambda _, params: (
        refused if "<b>#1</b>" in str(params.get("text")) else None
    )
    await stand.publish()
    for stand.seconds in (0, 5, 15):
        number = await stand.publish("Another one.")
        await stand.round()
        assert [await stand.state(1), await stand.state(number)] == ["pending", "sent"]
    assert len(stand.alarms) == 1
    stand.playground.telegram.fault = None
    stand.seconds += 20
    await stand.round()
    assert await stand.state(1) == "sent"


async def test_telegrams_floods_are_waited_out(stand: Kiosk) -> None:
    stand.refuse("sendMessage", 429, "Too Many Requests: retry after 30", retry_after=30)
    await stand.publish()
    await stand.round()
    assert await stand.state() == "pending"
    stand.gate._lanes._held.clear()  # the gate's own clock is the real one
    stand.seconds += 29
    await stand.round()
    assert await stand.state() == "pending"
    stand.seconds += 1
    await stand.round()
    assert await stand.state() == "sent"
    assert stand.alarms == []


async def test_without_a_network_it_waits(stand: Kiosk) -> None:
    there = stand.bot._base_url
    stand.bot._base_url = "http://127.0.0.1:9/bot"
    await stand.publish()
    for stand.seconds in (0, 5, 10):
        await stand.round()
    assert await stand.state() == "pending"
    stand.bot._base_url = there
    stand.seconds += 60
    await stand.round()
    assert await stand.state() == "sent"
    assert stand.alarms == []


async def test_without_a_channel_nothing_is_owed_even_later(stand: Kiosk) -> None:
    stand.restart(without=True)
    await stand.publish()
    await stand.round()
    stand.restart()
    await stand.round()
    assert stand.shown == []
    await stand.publish()
    await stand.round()
    assert [message["text"][:2] for message in stand.shown] == ["#2"]


async def test_posts_of_another_channel_are_left_alone(stand: Kiosk) -> None:
    """Its message 1 is another one here."""
    await stand.publish()
    await stand.round()
    other = stand.playground.room("channel", "New", stand.owner)
    stand.restart(other)
    await stand.publish()
    await stand.round()
    await stand.withdraw(1)
    await stand.round()
    news = stand.playground.telegram.registry.chats[other].messages
    assert [message["text"][:2] for message in news.values()] == ["#2"]
    assert await stand.state(1) is None
