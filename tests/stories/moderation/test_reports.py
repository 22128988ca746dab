"""Reports of readers."""

from bot.stories.model import StoryState
from bot.stories.moderation.reports import store
from tests.stories.moderation.office import Office, publish_row, submission


async def publish(desk: Office) -> None:
    await desk.do(lambda connection: publish_row(connection, 17, submission()))


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
    asked = (await desk.tap(desk.mara.id, "rep:17:off")).screen
    assert asked is not None
    assert [row[0].data for row in asked.rows] == ["rep:17:yes", "rep:17:keep"]
    assert desk.press_.withdrawn == []
    answer = await desk.tap(desk.mara.id, "rep:17:yes")
    assert (answer.toast, answer.erased) == ("#17 is taken off.", True)
    again = await desk.tap(desk.marek.id, "rep:17:yes")
    assert again.toast == "#17 is no longer there."
    assert desk.press_.withdrawn == [17]
    assert await desk.log() == [("take_off", desk.mara.id, "17")]


async def test_nothing_wrong_closes_them_and_a_new_one_is_told_again(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    assert (await desk.tap(desk.mara.id, "rep:17:fine")).toast == "#17 stays."
    assert (await desk.tap(desk.marek.id, "rep:17:fine")).toast == "Already done: It stays."
    assert await desk.do(lambda c: store.story_state(c, 17)) == StoryState.OPEN
    await desk.report(17, 2)
    assert len(desk.notices) == 2
    assert await desk.log() == [("dismiss", desk.mara.id, "17")]


async def test_keeping_it_changes_nothing(desk: Office) -> None:
    await publish(desk)
    await desk.report(17, 1)
    assert (await desk.tap(desk.mara.id, "rep:17:keep")).toast == "It stays."
    assert (await desk.do(lambda c: store.open_reports(c, 17))).total() == 1
