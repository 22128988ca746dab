"""Nobody but moderators moderates: not by a button, a reply, a command or forged data."""

import pytest

from bot.stories.model import State
from bot.stories.moderation import store
from tests.stories.moderation.office import Office, publish_row

REFUSAL = "This is for moderators."
ACTIONS = (
    "publish", "aside", "take_up", "links:1", "tag:funny", "own_tag:00000000", "ask", "own_words",
    "rejected:hate", "rejected_all:hate", "unfold", "page:0", "words:0", "word:0:x", "mask:x",
    "tags", "reject", "reject_all", "back",
)  # fmt: skip
ODD = (
    "mod", "mod:", "mod::", "mod:x:publish", "mod:0123456789abcdef:publish", "mod:queue:x",
    "rep", "rep:x:yes", "rep:999999999999:yes", "rep:²:yes", "rep:-1:yes", "rep:17", "mod:queue",
)  # fmt: skip


async def test_a_stranger_with_forged_data_does_and_learns_nothing(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.do(lambda connection: publish_row(connection, 17, one))
    before = await desk.bytes()
    forged = [f"mod:{one.key}:{action}" for action in ACTIONS]
    for data in [*forged, "mod:queue:next", "mod:queue:pause", "rep:17:yes", "rep:17:note:1"]:
        answer = await desk.tap(desk.stranger.id, data, chat=desk.stranger.id)
        assert (answer.toast, answer.screen, answer.erased) == (REFUSAL, None, False)
    assert await desk.bytes() == before
    assert desk.press_.withdrawn == []


async def test_in_the_moderators_chat_whoever_is_in_it_may(desk: Office) -> None:
    await desk.send()
    await desk.round()
    answer = await desk.press(desk.marek, "Set aside")
    assert answer.toast == "Set aside."


async def test_another_group_is_no_moderators_chat(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    message = {**desk.messages()[-1], "chat": {"id": -100999, "type": "supergroup", "title": "x"}}
    answer = await desk.tap(desk.mara.id, f"mod:{one.key}:publish", message)
    assert answer.toast == REFUSAL
    assert await desk.state(one) is State.WAITING


async def test_a_former_moderator_may_no_more(desk: Office) -> None:
    await desk.mara.post("/start")
    desk.restart(moderators=(desk.mara.id,), private=True)
    one = await desk.send()
    await desk.round()
    desk.restart(moderators=(desk.marek.id,), private=True)
    answer = await desk.press(desk.mara, "Publish", chat=desk.mara.id)
    assert answer.toast == REFUSAL
    asked = f"(ask {one.key})"
    assert await desk.is_unheard(desk.mara.id, "Why?", asked, chat=desk.mara.id)
    assert await desk.command(desk.mara.id, "/queue", chat=desk.mara.id) is None
    assert await desk.state(one) is State.WAITING


async def test_moderators_by_id_may_in_private_beside_the_chat(desk: Office) -> None:
    desk.restart(moderators=(desk.mara.id,))
    one = await desk.send()
    await desk.round()
    answer = await desk.tap(desk.mara.id, f"mod:{one.key}:aside", chat=desk.mara.id)
    assert answer.toast == "Set aside."


@pytest.mark.parametrize("name", ["/queue", "/pause", "/resume"])
async def test_others_do_not_learn_that_there_are_commands(desk: Office, name: str) -> None:
    assert await desk.command(desk.stranger.id, name, chat=desk.stranger.id) is None
    assert await desk.command(desk.mara.id, name) is not None


async def test_odd_data_of_a_moderator_breaks_nothing(desk: Office) -> None:
    for data in ODD:
        assert (await desk.tap(desk.mara.id, data)).toast
    assert await desk.log() == []


async def test_what_is_not_released_cannot_be_decided(desk: Office) -> None:
    desk.restart(hours=(8, 20))
    one = await desk.send()
    answer = await desk.tap(desk.mara.id, f"mod:{one.key}:publish")
    assert answer.toast == "Already done: It has been decided."
    assert await desk.state(one) is State.NEW


@pytest.mark.parametrize("argument", ["own_words", "x", "", "hate:x"])
async def test_forged_reasons_are_none(desk: Office, argument: str) -> None:
    one = await desk.send()
    await desk.round()
    await desk.tap(desk.mara.id, f"mod:{one.key}:rejected:{argument}")
    assert await desk.state(one) is State.WAITING
    assert await desk.do(store.counts) == {("story", "waiting"): 1}
