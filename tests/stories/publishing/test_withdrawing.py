"""A withdrawn story leaves the channel, whenever that is and whatever comes in between."""

import asyncio

import pytest

from bot.playground.faults import Fault
from tests.stories.publishing.kiosk import Kiosk

TWO_DAYS = 48 * 60 * 60


@pytest.fixture
async def posted(stand: Kiosk) -> Kiosk:
    await stand.publish(language="it")
    await stand.round()
    return stand


async def test_its_post_is_deleted(posted: Kiosk) -> None:
    await posted.withdraw(1)
    await posted.withdraw(1)
    for _ in range(2):
        await posted.round()
    assert posted.shown == []
    assert await posted.state() is None
    assert posted.calls("deleteMessage") == 1
    assert [call.method for call in posted.playground.telegram.calls][-1] == "deleteMessage"


async def test_an_old_post_is_rewritten(posted: Kiosk) -> None:
    posted.clock[0] += TWO_DAYS + 1
    await posted.withdraw(1)
    for _ in range(2):
        await posted.round()
    [left] = posted.shown
    assert left["text"].startswith("#1 ")
    assert "hung" not in str(left)
    assert "reply_markup" not in left
    assert await posted.state() == "withdrawn"
    assert posted.calls("editMessageText") == 1


async def test_one_that_waits_is_never_sent(stand: Kiosk) -> None:
    await stand.publish()
    await stand.withdraw(1)
    await stand.round()
    assert stand.playground.telegram.calls[1:] == []  # but getMe at the start
    assert await stand.state() is None


async def test_one_that_is_being_sent_goes_when_it_has_arrived(stand: Kiosk) -> None:
    await stand.publish()
    withdrawn: list[asyncio.Future[None]] = []

    def rule(method: str, _: object) -> None:
        if method == "sendMessage":
            withdrawn.append(stand.withdraw_soon(1))

    stand.playground.telegram.fault = rule
    await stand.round()
    [done] = withdrawn
    await done
    assert (stand.calls("sendMessage"), stand.calls("deleteMessage")) == (1, 1)
    assert stand.shown == []
    assert await stand.state() is None


async def test_it_goes_before_others_come(stand: Kiosk) -> None:
    for _ in range(4):
        await stand.publish()
    told: list[str] = []

    def rule(method: str, _: object) -> None:
        if method == "sendMessage" and "sendMessage" not in told:
            stand.withdraw_soon(1)
        told.append(method)

    stand.playground.telegram.fault = rule
    await stand.round()
    assert told == ["sendMessage", "deleteMessage", *["sendMessage"] * 3]


async def test_one_that_is_refused_while_it_is_withdrawn_is_dropped(stand: Kiosk) -> None:
    await stand.publish()
    telegram = stand.playground.telegram

    def rule(method: str, _: object) -> Fault | None:
        if method != "sendMessage":
            return None
        stand.withdraw_soon(1)
        return Fault.refusal(403, "Forbidden: bot was kicked from the channel chat")

    telegram.fault = rule
    await stand.round()
    assert await stand.state() is None


async def test_one_that_is_cut_while_it_is_withdrawn_is_told(stand: Kiosk) -> None:
    await stand.publish()

    def rule(method: str, _: object) -> Fault | None:
        if method != "sendMessage":
            return None
        stand.withdraw_soon(1)
        return Fault.reset(effect=True)

    stand.playground.telegram.fault = rule
    await stand.round()
    assert await stand.state() == "unknown"
    [(text, buttons)] = stand.notices
    assert text.startswith("#1 was withdrawn, and I cannot know")
    assert [button.label for button in buttons] == ["It is not there", "It is there"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault.reset(effect=True),
        Fault.timeout(effect=True),
        Fault.timeout(),
        Fault.refusal(502, "Bad Gateway"),
        Fault.refusal(403, "Forbidden: bot was kicked from the channel chat"),
        Fault.refusal(429, "Too Many Requests: retry after 1", 1),
    ],
    ids=str,
)
@pytest.mark.parametrize("method", ["deleteMessage", "editMessageText"])
async def test_what_fails_is_done_again(posted: Kiosk, fault: Fault, method: str) -> None:
    faults = [fault]
    posted.playground.telegram.fault = lambda called, _: (
        faults.pop() if faults and called == method else None
    )
    if method == "editMessageText":
        posted.clock[0] += TWO_DAYS + 1
    await posted.withdraw(1)
    await posted.round()
    posted.restart()
    await posted.round()
    posted.seconds += 60
    await posted.round()
    assert await posted.state() in (None, "withdrawn")
    assert "hung" not in str(posted.shown)


async def test_a_post_that_somebody_deleted_is_forgotten(posted: Kiosk) -> None:
    posted.playground.telegram.registry.chats[posted.channel].messages.clear()
    await posted.withdraw(1)
    await posted.round()
    assert await posted.state() is None
