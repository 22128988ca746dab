"""Reports of readers."""

from functools import partial
from typing import Any

from bot.chat.screens import Screen
from bot.stories.model import StoryState
from bot.stories.moderation.reports import store
from bot.stories.publishing.store import state_of
from tests.stories.moderation.office import Office, publish_row, submission
from tests.stories.reading.library import say


async def publish(desk: Office) -> None:
    await desk.do(lambda connection: publish_row(connection, 17, submission()))


async def arrived(desk: Office) -> dict[str, Any]:
    """The newest notice, as its worker brings it to the moderators' chat."""
    chat, text, buttons = desk.notices[-1]
    markup = Screen("", tuple((button,) for button in buttons)).markup()
    await desk.bot.send_message(chat, text, reply_markup=markup)
    return desk.messages()[-1]


async def left(desk: Office) -> list[tuple[str, list[str]]]:
    """What stands in their chat, with the buttons."""
    await desk.round()
    return [(one["text"], desk.labels(place)) for place, one in enumerate(desk.messages())]


async def test_reports_of_a_story_are_folded_into_a_notice(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    await desk.report(17, 2, "told")
    assert len(desk.notices) == 1
    await desk.report(17, 3)
    chat, text, buttons = desk.notices[-1]
    assert len(desk.notices) == 2
    assert chat == desk.room
    assert "Told before × 1, Personal data × 2" in text
    assert "https://t.me/a_bot?start=story_17" in text
    assert all(button.data for button in buttons)


async def test_taking_off_asks_once_and_is_done_once(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    notice = await arrived(desk)
    asked = (await desk.press(desk.mara, "Take it off")).screen
    assert asked is not None
    assert desk.press_.withdrawn == []
    await desk.bot.send_message(desk.room, asked.text, reply_markup=asked.markup())
    answer = await desk.press(desk.mara, "Yes, take it off")
    assert (answer.toast, answer.erased) == ("#17 is taken off.", True)
    again = await desk.press(desk.marek, "Yes, take it off")
    assert (again.toast, again.alert) == ("#17 is no longer there.", True)
    assert (await desk.tap(desk.marek.id, "rep:17:fine", notice)).toast == again.toast
    assert desk.press_.withdrawn == [17]
    assert await desk.log() == [("take_off", desk.mara.id, "17")]


async def test_what_is_decided_asks_no_more(desk: Office) -> None:
    """Of the notice and of the question under it a line is left."""
    await publish(desk)
    await desk.report(17, 1)
    await arrived(desk)
    asked = (await desk.press(desk.mara, "Take it off")).screen
    assert asked is not None
    await desk.bot.send_message(desk.room, asked.text, reply_markup=asked.markup())
    await desk.press(desk.mara, "Yes, take it off")
    assert await left(desk) == [("#17 is taken off.", [])] * 2


async def test_a_notice_of_a_story_that_has_gone_says_so_when_pressed(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    await arrived(desk)
    await desk.do(lambda connection: desk.press_.take_off(connection, 17))
    await desk.press(desk.mara, "Nothing wrong")
    assert await left(desk) == [("#17 is no longer there.", [])]


async def test_nothing_wrong_closes_them_and_a_new_one_is_told_again(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    await arrived(desk)
    assert (await desk.press(desk.mara, "Nothing wrong")).toast == "#17 stays."
    assert (await desk.press(desk.marek, "Nothing wrong")).toast == "Already done: #17 stays."
    assert await left(desk) == [("#17 stays.", [])]
    assert await desk.do(lambda c: state_of(c, 17)) is StoryState.OPEN
    await desk.report(17, 2)
    assert len(desk.notices) == 2
    assert await desk.log() == [("dismiss", desk.mara.id, "17")]


async def test_keeping_it_leaves_the_report_to_be_decided(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    await arrived(desk)
    asked = (await desk.press(desk.mara, "Take it off")).screen
    assert asked is not None
    await desk.bot.send_message(desk.room, asked.text, reply_markup=asked.markup())
    assert (await desk.press(desk.mara, "No, keep it")).toast == "#17 stays."
    (_, buttons), question = await left(desk)
    assert len(buttons) == 3
    assert question == ("#17 stays.", [])
    assert (await desk.do(lambda c: store.open_reports(c, 17))).total() == 1


async def test_a_comment_is_taken_off_alone(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    await arrived(desk)
    none = await desk.press(desk.mara, "Its comments")
    assert (none.toast, none.screen) == ("Nothing is said under #17.", None)
    for words in ("Me too.", "You <b>fool</b>, see evil.example"):
        await desk.do(partial(say, number=17, text=words))
    listed = (await desk.press(desk.mara, "Its comments")).screen
    assert listed is not None
    assert "<b>2</b> · Comment\nYou &lt;b&gt;fool" in listed.text
    assert "evil.example" not in listed.text
    buttons = [(button.label, button.data) for row in listed.rows for button in row]
    assert buttons == [("🗑 1", "rep:17:note:1"), ("🗑 2", "rep:17:note:2")]
    taken = await desk.tap(desk.mara.id, "rep:17:note:2")
    assert (taken.toast, taken.erased) == ("It is taken off.", True)
    again = await desk.tap(desk.marek.id, "rep:17:note:2")
    assert (again.toast, again.erased) == ("It is no longer there.", False)
    assert await desk.log() == [("take_off_note", desk.mara.id, "17")]
    assert await desk.do(lambda c: state_of(c, 17)) is StoryState.OPEN
    assert (await desk.do(lambda c: store.open_reports(c, 17))).total() == 1


async def test_the_position_of_a_comment_is_no_message(desk: Office) -> None:
    """The story has gone: the pressed message says so, the one whose id is the position stays."""
    await publish(desk)
    await desk.report(17, 1)
    bystander = await arrived(desk)
    await desk.bot.send_message(desk.room, "The list of its comments")
    await desk.do(lambda connection: desk.press_.take_off(connection, 17))
    pressed = desk.messages()[-1]
    await desk.tap(desk.mara.id, f"rep:17:note:{bystander['message_id']}", pressed)
    notice, listed = await left(desk)
    assert listed == ("#17 is no longer there.", [])
    assert notice[0] == bystander["text"]
