"""Broadcasts on the real bot: written, tested, sent, watched, taken back, corrected."""

from tests.broadcasts.studio import Studio


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
    number = await room.compose(buttons=["Stop it\nopt_out", "Read on\nprepare"])
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
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
    await room.admin.send("/broadcast")
    await room.admin.press("📝 Message")
    await room.album(room.admin, 3)
    await room.admin.press_data("bc:see:home")
    number = await room.test()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    await reader.refresh()
    assert [("photo" in one) for one in reader.messages[-4:]] == [True, True, True, False]
    reader.sees("About the message above")


async def test_a_deleted_message_is_noticed_at_the_test(room: Studio) -> None:
    await room.admin.send("/broadcast")
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


async def test_a_message_that_came_by_night_goes_in_the_morning(room: Studio) -> None:
    (reader,) = await room.readers(1)
    room.clock.pass_(hours=12)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.shows(room.admin, "Nothing goes at this moment")
    room.clock.pass_(hours=11)
    room.sender.wake()
    await room.becomes(number, "done")
    await reader.refresh()
    reader.sees("Hello to everybody")


async def test_what_is_scheduled_goes_at_its_time(room: Studio) -> None:
    (reader,) = await room.readers(1)
    await room.admin.send("/broadcast")
    await room.admin.press("📝 Message")
    await room.admin.send("Hello later")
    await room.admin.press("‹ Overview")
    await room.admin.press("🕑 When")
    await room.admin.send("tomorrow 9:30")
    await room.admin.press("‹ Overview")
    number = await room.test()
    await room.admin.press("✅ Send it")
    room.admin.sees("begins on 23")
    assert await room.state(number) == "scheduled"
    room.clock.pass_(hours=24)
    room.sender.wake()
    await room.becomes(number, "done")
    await reader.refresh()
    reader.sees("Hello later")


async def test_recall_deletes_it_everywhere(room: Studio) -> None:
    readers = await room.readers(3)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
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
    await room.admin.send("/broadcast")
    await room.admin.press("📝 Message")
    await room.album(room.admin, 3)
    await room.admin.press_data("bc:see:home")
    number = await room.test()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    await room.touch_data(f"bc:{number}:recall:yes")
    await room.shows(room.admin, "Recalled: 2")
    await reader.refresh()
    assert not [one for one in reader.messages if "photo" in one]
    assert "About the message above" not in room.chat(reader)


async def test_a_correction_takes_the_place_of_the_words_everywhere(room: Studio) -> None:
    readers = await room.readers(3)
    number = await room.compose(buttons=["Stop it\nopt_out"])
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
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


async def test_a_correction_of_one_language_leaves_the_others(room: Studio) -> None:
    (english,), (italian,) = await room.readers(1), await room.readers(1, "it")
    await room.admin.send("/broadcast")
    await room.admin.press("📝 Message")
    await room.admin.send("Hello")
    await room.admin.press("🌍 Other languages")
    await room.admin.press("Italiano")
    await room.admin.send("Ciao")
    await room.admin.press("‹ Overview")
    number = await room.test()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
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
    await room.admin.send("/broadcast")
    await room.admin.press("📝 Message")
    await room.admin.send_file("photo", b"x", "Old words")
    await room.admin.press_data("bc:see:home")
    number = await room.test()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    await room.admin.press_data(f"bc:{number}:correct")
    await room.admin.send("New words")
    await room.shows(room.admin, "Corrected: 2")
    await reader.refresh()
    assert reader.messages[-1]["caption"] == "New words"


async def test_two_days_later_nothing_is_recalled(room: Studio) -> None:
    await room.readers(1)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    room.clock.pass_(hours=49)
    assert "can't be done any more" in await room.touch_data(f"bc:{number}:recall:yes")
    await room.admin.press_data(f"bc:{number}:correct")
    room.admin.sees("can't be corrected")


async def test_the_list_comes_as_a_file_without_names(room: Studio) -> None:
    (reader,) = await room.readers(1)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    await room.touch_data(f"bc:{number}:csv")
    document = await room.document(room.admin)
    assert document["file_name"] == f"broadcast-{number}.csv"
    content = room.content_of(document).decode()
    assert content.splitlines()[0] == "chat_id,state,reason"
    assert f"{reader.id},sent," in content.splitlines()


async def test_who_blocked_the_bot_is_in_the_report(room: Studio) -> None:
    first, _ = await room.readers(2)
    number = await room.compose()
    room.playground.telegram.registry.chats[first.id].blocked = True
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    await room.shows(room.admin, "Blocked the bot or left: 1")
    assert (await room.outcomes(number))[first.id] == "blocked"


async def test_nobody_else_can_do_any_of_it(room: Studio) -> None:
    (eve,) = await room.readers(1)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    before = await room.outcomes(number)
    for verb in ("pause", "on", "cancel:yes", "recall:yes", "csv", "slower", "correct", "see"):
        await eve.press_data(f"bc:{number}:{verb}")
        eve.sees("no longer does anything")
    for data in ("bc:list", "bc:open", f"bc:back:{number}"):
        await eve.press_data(data)
        eve.sees("no longer does anything")
    for command in ("/broadcast", "/broadcasts"):
        await eve.send(command)
        eve.sees("I don't know that command")
    assert await room.outcomes(number) == before
    assert await room.state(number) == "done"


async def test_the_last_ten_are_listed(room: Studio) -> None:
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
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


async def test_a_correction_needs_the_role_at_the_moment_it_is_typed(room: Studio) -> None:
    (bea,) = await room.readers(1)
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "done")
    writer = room.bot.database.writer

    async def change(*, role: bool) -> None:
        act = room.bot.roles.grant if role else room.bot.roles.take
        now = room.clock()
        await writer.run(lambda one: act(one, room.admin.id, bea.id, "admin", now))

    await change(role=True)
    await bea.press_data(f"bc:{number}:correct")
    bea.sees("send the new text")
    await change(role=False)
    await bea.send("Something else")
    assert set((await room.outcomes(number)).values()) == {"sent"}
