"""On the real bot, after a broadcast: recalled everywhere, corrected everywhere."""

import asyncio
from typing import Any

import pytest

from bot.broadcasts.running.store import Broadcast
from tests.broadcasts.studio import Studio


async def test_recall_deletes_it_everywhere(room: Studio) -> None:
    readers = await room.readers(3)
    number = await room.send(await room.compose())
    await room.shows(room.admin, "Delivered: 4")
    await room.touch("↩️ Recall")
    await room.shows(room.admin, "Take broadcast")
    await room.touch("Yes, take it back")
    await room.shows(room.admin, "Recalled: 4")
    assert set((await room.outcomes(number)).values()) == {"recalled"}
    for reader in readers:
        await reader.refresh()
        assert "Hello to everybody" not in room.chat(reader)
    assert "can't be done any more" in await room.touch_data(f"bc:{number}:recall:yes")


async def test_recall_takes_the_whole_album(room: Studio) -> None:
    (reader,) = await room.readers(1)
    number = await room.send(await room.compose_album(3))
    await room.touch_data(f"bc:{number}:recall:yes")
    await room.shows(room.admin, "Recalled: 2")
    await reader.refresh()
    assert not [one for one in reader.messages if "photo" in one]
    assert "About the message above" not in room.chat(reader)


async def test_a_correction_takes_the_place_of_the_words_everywhere(room: Studio) -> None:
    readers = await room.readers(3)
    number = await room.send(await room.compose(buttons=["Stop it\nopt_out"]))
    await room.shows(room.admin, "Delivered: 4")
    await room.admin.press("✏️ Correct")
    room.admin.sees("send the new text")
    await room.admin.send("Hello to you all")
    await room.shows(room.admin, "Corrected: 4")
    for reader in readers:
        await reader.refresh()
        reader.sees("Hello to you all")
        assert reader.buttons == [["Stop it"], ["🔕 Fewer messages"]]
    await room.touch_data(f"bc:{number}:recall:yes")
    await room.shows(room.admin, "Recalled: 4")


async def test_a_recall_that_begins_while_the_report_is_sent_is_shown(
    room: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.admin.send("/start")
    display, begun = room.live._display, asyncio.Event()

    async def displayed(broadcast: Broadcast, view: Any) -> int:
        message = await display(broadcast, view)
        if broadcast.is_over and not begun.is_set():
            begun.set()
            await room.touch_data(f"bc:{broadcast.id}:recall:yes")
        return message

    monkeypatch.setattr(room.live, "_display", displayed)
    await room.send(await room.compose())
    await room.shows(room.admin, "Recalled: 1")


async def test_a_correction_of_one_language_leaves_the_others(room: Studio) -> None:
    (english,), (italian,) = await room.readers(1), await room.readers(1, "it")
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send("Hello")
    await room.admin.press("🌍 Other languages")
    await room.admin.press("Italiano")
    await room.admin.send("Ciao")
    await room.admin.press("‹ Overview")
    number = await room.send(await room.test())
    await room.admin.press_data(f"bc:{number}:correct")
    room.admin.sees("Which version")
    await room.admin.press("Italiano")
    await room.admin.send("Buongiorno")
    await room.shows(room.admin, "Corrected: 1")
    await english.refresh()
    await italian.refresh()
    english.sees("Hello")
    italian.sees("Buongiorno")


async def test_a_caption_is_corrected_where_there_is_a_picture(room: Studio) -> None:
    (reader,) = await room.readers(1)
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send_file("photo", b"x", "Old words")
    await room.admin.press_data("bc:see:home")
    number = await room.send(await room.test())
    await room.admin.press_data(f"bc:{number}:correct")
    await room.admin.send("New words")
    await room.shows(room.admin, "Corrected: 2")
    await reader.refresh()
    assert reader.messages[-1]["caption"] == "New words"


async def test_two_days_later_nothing_is_recalled(room: Studio) -> None:
    await room.readers(1)
    number = await room.send(await room.compose())
    room.clock.pass_(hours=49)
    assert "can't be done any more" in await room.touch_data(f"bc:{number}:recall:yes")
    await room.admin.press_data(f"bc:{number}:correct")
    room.admin.sees("can't be corrected")


async def test_a_correction_needs_the_role_at_the_moment_it_is_typed(room: Studio) -> None:
    (bea,) = await room.readers(1)
    number = await room.send(await room.compose())
    await room.grant(bea, "admin")
    await bea.press_data(f"bc:{number}:correct")
    bea.sees("send the new text")
    await room.take(bea, "admin")
    await bea.send("Something else")
    assert set((await room.outcomes(number)).values()) == {"sent"}


async def test_the_owner_reads_who_did_what(room: Studio) -> None:
    first = await room.send(await room.compose())
    await room.touch_data(f"bc:{first}:recall:yes")
    await room.shows(room.admin, "Recalled: 1")
    room.clock.pass_(hours=12)
    second = await room.compose("By night")
    await room.admin.press("✅ Send it")
    await room.becomes(second, "sending")
    for verb in ("pause", "on", "cancel:yes"):
        await room.touch_data(f"bc:{second}:{verb}")
    await room.open()
    await room.admin.press_data("bc:see:when")
    await room.admin.send("tomorrow 9:30")
    await room.admin.press("‹ Overview")
    third = await room.compose("Later")
    await room.admin.press("✅ Send it")
    await room.admin.press_data(f"bc:{third}:see")
    await room.admin.press("✏️ Back to the draft")
    await room.admin.press_data("admin:audit")
    deeds = (
        ("sent", first), ("took back", first), ("sent", second), ("paused", second),
        ("went on with", second), ("cancelled", second), ("sent", third),
    )  # fmt: skip
    for done, number in deeds:
        room.admin.sees(f"{done} the broadcast: #{number}")
    room.admin.sees(f"made the broadcast a draft again: #{third}")
