"""Every way in which a message can fail, over real HTTP; each has its rule."""

import asyncio

import pytest
from sqlalchemy import select

from bot.playground import Fault
from bot.storage.tables import people
from tests.broadcasts.sending.faulty import silences
from tests.broadcasts.sending.office import Office
from tests.broadcasts.sending.rows import add_people, person_row

BAD_REQUEST = "Bad Request: "


async def sent_with(desk: Office, fault: Fault, count: int = 3, only: int | None = 1) -> int:
    """One broadcast whose message to the person of that place fails once; its number."""
    chats = await desk.invite(count)
    to = None if only is None else str(chats[only])
    broken: list[str] = []

    def rule(method: str, params: object) -> Fault | None:
        assert isinstance(params, dict)
        chat = str(params.get("chat_id"))
        if method != "copyMessage" or broken or (to and chat != to):
            return None
        broken.append(chat)
        return fault

    desk.playground.telegram.fault = rule
    async with desk.at_work():
        number = await desk.begin()
        await desk.until(number)
    return number


async def outcome(desk: Office, number: int, place: int = 1) -> tuple[str, str]:
    rows = list((await desk.rows(number)).values())
    return rows[place].state, rows[place].reason


async def test_who_blocked_the_bot_is_left_out_until_they_come_back(desk: Office) -> None:
    chats = await desk.invite(3)
    desk.playground.telegram.registry.chats[chats[1]].blocked = True
    async with desk.at_work():
        number = await desk.begin()
        await desk.until(number)
        assert await desk.tally(number) == {"sent": 2, "blocked": 1}
        again = await desk.begin()
        await desk.until(again)
    assert await desk.tally(again) == {"sent": 2}
    blocked = select(people.c.blocked).where(people.c.chat_id == chats[1])
    assert await desk.do(lambda connection: connection.scalar(blocked))


async def test_who_is_not_there_cannot_be_reached(desk: Office) -> None:
    number = await sent_with(desk, Fault.refusal(400, BAD_REQUEST + "chat not found"))
    assert await outcome(desk, number) == ("blocked", "gone")
    assert await desk.tally(number) == {"sent": 2, "blocked": 1}
    assert not desk.notices


async def test_a_chat_that_migrated_is_listed(desk: Office) -> None:
    owner = desk.playground.person()
    group = desk.playground.room("group", "Old", owner)
    number = await _to_group(desk, group)
    assert await outcome(desk, number, 0) == ("failed", "migrated")


async def _to_group(desk: Office, group: int) -> int:
    desk.playground.telegram.registry.chats[group].migrated_to = group - 1
    await desk.do(lambda connection: add_people(connection, [person_row(group)]))
    async with desk.at_work():
        number = await desk.begin()
        await desk.until(number)
    return number


async def test_a_refused_message_is_listed_with_its_reason(desk: Office) -> None:
    words = BAD_REQUEST + "BUTTON_URL_INVALID"
    number = await sent_with(desk, Fault.refusal(400, words))
    assert await outcome(desk, number) == ("failed", "Button_url_invalid")
    assert await desk.tally(number) == {"sent": 2, "failed": 1}


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        (Fault.refusal(500, "Internal Server Error"), 0),
        (Fault.refusal(502, "Bad Gateway"), 0),
        (Fault.raw(b"<html>", effect=True), 1),
        (Fault.timeout(effect=True), 1),
        (Fault.timeout(), 0),
        (Fault.reset(effect=True), 1),
        (Fault.reset(), 0),
    ],
)
async def test_what_was_cut_is_unknown_and_never_sent_again(
    desk: Office, fault: Fault, arrived: int
) -> None:
    number = await sent_with(desk, fault)
    assert await desk.tally(number) == {"sent": 2, "unknown": 1}
    rows = await desk.rows(number)
    assert desk.copies(rows) == ({1: 3} if arrived else {1: 2, 0: 1})
    assert len(desk.calls()) == 3


async def test_a_chat_that_is_to_be_silent_gets_it_afterwards(desk: Office) -> None:
    number = await sent_with(desk, Fault.refusal(429, "Too Many Requests: retry after 1", 1))
    assert await desk.tally(number) == {"sent": 3}
    assert desk.copies(await desk.rows(number)) == {1: 3}
    assert silences(desk.calls(), 1.0)


async def test_when_telegram_wants_silence_nobody_is_written_to(desk: Office) -> None:
    chats = await desk.invite(600)
    telegram = desk.playground.telegram
    async with desk.at_work():
        number = await desk.begin()
        await desk.comes(lambda: _has_begun(desk))
        telegram.fail_next("copyMessage", None, 429, "Too Many Requests", 4, times=2)
        await desk.comes(lambda: _is_silent(desk))
        await desk.comes(lambda: _nobody_is_on_the_way(desk, number), within=3.5)
        await desk.until(number)
    assert desk.copies(chats) == {1: 600}
    assert silences(desk.calls(), 4.0)


async def _has_begun(desk: Office) -> bool:
    return len(desk.calls()) >= 20


async def _is_silent(desk: Office) -> bool:
    return any(call.error_code == 429 for call in desk.calls())


async def _nobody_is_on_the_way(desk: Office, number: int) -> bool:
    """A crash in the silence leaves nobody in doubt."""
    tally = await desk.tally(number)
    return "sending" not in tally and "pending" in tally


async def test_no_connection_loses_nobody(desk: Office) -> None:
    chats = await desk.invite(20)
    await desk.playground.stop()
    port = int(desk.playground.url.rsplit(":", 1)[1])
    async with desk.at_work():
        number = await desk.begin()
        await asyncio.sleep(1.0)
        assert await desk.tally(number) == {"pending": 20}
        await desk.playground.start(port=port)
        await desk.until(number)
    assert desk.copies(chats) == {1: 20}


async def test_while_telegram_does_not_answer_few_are_lost(desk: Office) -> None:
    chats = await desk.invite(300)
    telegram = desk.playground.telegram
    telegram.fault = lambda method, _: (
        Fault.refusal(502, "Bad Gateway") if method == "copyMessage" else None
    )
    async with desk.at_work():
        number = await desk.begin()
        await asyncio.sleep(2.5)
        telegram.fault = None
        await desk.until(number)
    tally = await desk.tally(number)
    assert sum(tally.values()) == len(chats)
    assert tally["unknown"] <= 30


async def test_a_deleted_source_stops_the_broadcast_with_a_notice(desk: Office) -> None:
    chats = await desk.invite(600)
    async with desk.at_work():
        number = await desk.begin()
        await asyncio.sleep(0.3)
        chat = desk.playground.telegram.registry.chats[desk.admin.id]
        desk.playground.telegram.messages.delete(chat, desk.sources[0])
        await desk.until(number, "stopped")
    assert (await desk.row(number))["reason"] == "source"
    assert len(desk.notices) == 1
    tally = await desk.tally(number)
    assert set(tally) == {"sent", "pending"}
    assert desk.copies(chats)[1] == tally["sent"]


async def test_a_source_chat_that_is_gone_blocks_nobody(desk: Office) -> None:
    await desk.invite(20)
    telegram = desk.playground.telegram
    telegram.fault = lambda method, _: (
        Fault.refusal(400, BAD_REQUEST + "chat not found")
        if method in {"copyMessage", "getChat"}
        else None
    )
    async with desk.at_work():
        number = await desk.begin()
        await desk.until(number, "stopped")
    assert await desk.tally(number) == {"pending": 20}
    assert len(desk.notices) == 1
