"""Broadcasts on the real bot: written, tested, sent, watched."""

import asyncio

import pytest

from bot.playground import people
from tests.broadcasts.studio import PATIENCE, SETTLING, SLEEP, Studio


async def test_everybody_gets_what_was_tested(room: Studio) -> None:
    readers = await room.readers(5)
    number = await room.compose(buttons=["Stop it\nopt_out", "More\nhttps://example.org"])
    assert "🔕 Fewer messages" in str(room.admin.messages)
    room.admin.sees("6 people")
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    for reader in readers:
        await reader.refresh()
        reader.sees("Hello to everybody")
        assert reader.buttons == [["Stop it", "More"], ["🔕 Fewer messages"]]
    await room.shows(room.admin, "Delivered: 6")


async def test_presses_are_counted_and_open_what_they_name(room: Studio) -> None:
    (reader,) = await room.readers(1)
    number = await room.send(await room.compose(buttons=["Stop it\nopt_out", "Read on\nprepare"]))
    await reader.refresh()
    await reader.press("Stop it")
    assert await room.place(reader) != "menu"
    await reader.press_data(f"bc:{number}:b:2:en")
    assert await room.presses(number) == {":1": 1, ":2": 1}
    await room.admin.press_data(f"bc:{number}:see")
    room.admin.sees("Stop it: 1")


async def test_presses_of_the_test_and_forged_ones_are_not_counted(room: Studio) -> None:
    number = await room.compose(buttons=["Stop it\nopt_out"])
    await room.admin.press_data(f"bc:{number}:b:1:")
    assert await room.place(room.admin) != "menu"
    for data in (f"bc:{number}:b:9:en", f"bc:{number}:b:0:en", "bc:99:b:1:en", f"bc:{number}:b:²:"):
        await room.admin.press_data(data)
        room.admin.sees("does not fit")
    assert await room.presses(number) == {}


async def test_an_album_is_sent_with_its_buttons_below(room: Studio) -> None:
    (reader,) = await room.readers(1)
    await room.send(await room.compose_album(3))
    await reader.refresh()
    assert [("photo" in one) for one in reader.messages[-4:]] == [True, True, True, False]
    reader.sees("About the message above")


@pytest.mark.parametrize("kind", ["photo", "video", "document"])
async def test_a_file_is_sent_with_its_words(room: Studio, kind: str) -> None:
    (reader,) = await room.readers(1)
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send_file(kind, b"x", "Look at this")
    await room.admin.press("‹ Overview")
    await room.send(await room.test())
    await reader.refresh()
    assert kind in reader.messages[-1]
    assert reader.messages[-1]["caption"] == "Look at this"
    assert reader.buttons == [["🔕 Fewer messages"]]


async def test_formatting_stays(room: Studio) -> None:
    (reader,) = await room.readers(1)
    await room.open()
    await room.admin.press("📝 Message")
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    content = {"text": "Hello to you", "entities": bold}
    people._post(room.playground.telegram, room.admin.id, room.admin.id, content)
    await room.admin.until("I have it: 1 message")
    await room.admin.press("‹ Overview")
    await room.send(await room.test())
    await reader.refresh()
    assert reader.messages[-1]["entities"] == bold


async def test_a_deleted_message_is_noticed_at_the_test(room: Studio) -> None:
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send("Soon gone")
    mine = [one for one in room.admin.messages if one.get("text") == "Soon gone"]
    room.playground.telegram.messages.delete(
        room.playground.telegram.registry.chats[room.admin.id], mine[0]["message_id"]
    )
    await room.admin.press_data("bc:see:home")
    await room.admin.press("🧪 Test to myself")
    await room.admin.until("is gone from our chat")
    await room.admin.press("‹ To the draft")
    assert not any("Send …" in label for row in room.admin.buttons for label in row)


async def test_pause_go_on_slower_and_cancel(room: Studio) -> None:
    await room.readers(3)
    room.clock.pass_(hours=12)  # it is night: nobody's message goes
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.shows(room.admin, "Nothing goes at this moment")
    await room.touch("⏸ Pause")
    assert await room.state(number) == "paused"
    await room.shows(room.admin, "paused")
    await room.touch("🐢 Slower")
    await room.shows(room.admin, "Pace: 75 %")
    await room.touch("▶️ Go on")
    assert await room.state(number) == "sending"
    await room.touch("✖️ Cancel")
    assert await room.state(number) == "sending"
    await room.touch("No, leave it")
    await room.touch("Yes, cancel it")
    assert await room.state(number) == "cancelled"
    await room.shows(room.admin, "Never sent: 4")
    assert set((await room.outcomes(number)).values()) == {"pending"}


async def test_what_is_scheduled_goes_at_its_time(room: Studio) -> None:
    (reader,) = await room.readers(1)
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send("Hello later")
    await room.admin.press("‹ Overview")
    await room.admin.press("🕑 When")
    await room.admin.send("tomorrow 9:30")
    await room.admin.press("‹ Overview")
    number = await room.test()
    await room.admin.press("✅ Send it")
    room.admin.sees("begins on 23")
    await room.admin.press_data("admin")
    room.admin.sees("Broadcasts planned or on their way: 1")
    assert await room.state(number) == "scheduled"
    room.clock.pass_(hours=24)
    room.sender.wake()
    await room.becomes(number, "done")
    await reader.refresh()
    reader.sees("Hello later")


async def test_the_list_comes_as_a_file_without_names(room: Studio) -> None:
    (reader,) = await room.readers(1)
    number = await room.send(await room.compose())
    await room.touch_data(f"bc:{number}:csv")
    document = await room.document(room.admin)
    assert document["file_name"] == f"broadcast-{number}.csv"
    content = room.content_of(document).decode()
    assert content.splitlines()[0] == "chat_id,state,reason"
    assert f"{reader.id},sent," in content.splitlines()


async def test_a_list_that_could_not_be_sent_is_sent_again(room: Studio) -> None:
    number = await room.send(await room.compose())
    room.playground.telegram.fail_next("sendDocument", room.admin.id, 500, "Internal Server Error")
    await room.touch_data(f"bc:{number}:csv")
    async with asyncio.timeout(PATIENCE):
        while not any(call.method == "sendDocument" for call in room.playground.telegram.calls):  # noqa: ASYNC110 - a list
            await asyncio.sleep(SLEEP)
    await asyncio.sleep(SETTLING)
    room.bot.features.broadcasts._listing._worker.wake()
    document = await room.document(room.admin)
    assert document["file_name"] == f"broadcast-{number}.csv"


async def test_who_blocked_the_bot_is_in_the_report(room: Studio) -> None:
    first, _ = await room.readers(2)
    number = await room.compose()
    room.playground.telegram.registry.chats[first.id].blocked = True
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    await room.shows(room.admin, "Blocked the bot or left: 1")
    assert (await room.outcomes(number))[first.id] == "blocked"


async def test_the_last_ten_are_listed(room: Studio) -> None:
    number = await room.send(await room.compose())
    await room.shows(room.admin, "Delivered: 1")
    await room.admin.send("/broadcasts")
    room.admin.sees(f"#{number}")
    await room.admin.press(f"#{number}")
    room.admin.sees("Delivered: 1")


async def test_the_page_of_a_running_one_says_nothing_of_its_speed(room: Studio) -> None:
    await room.readers(1)
    room.clock.pass_(hours=12)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "sending")
    await room.shows(room.admin, "Still waiting: 2")
    await room.admin.send("/broadcasts")
    await room.admin.press(f"#{number}")
    room.admin.sees("Still waiting: 2")
    room.admin.sees_no("Nothing goes")
