import pytest

from bot.playground import UNLIMITED, FloodLimits, Person
from bot.playground.floods import Floods
from bot.playground.refusal import RefusedError
from tests.playground.conftest import Api, Clock


def refused(floods: Floods, chat: int, cost: int = 1, *, private: bool = True) -> int | None:
    """The seconds to wait, or None when it passed."""
    try:
        floods.charge(chat, cost, private=private)
    except RefusedError as refusal:
        return refusal.parameters["retry_after"]
    return None


def test_thirty_a_second_over_all_chats(clock: Clock) -> None:
    floods = Floods(FloodLimits(), clock)
    assert [refused(floods, chat) for chat in range(30)] == [None] * 30
    assert refused(floods, 31) == 1
    clock.now += 0.5
    assert refused(floods, 32) == 1
    clock.now += 0.5
    assert [refused(floods, chat) for chat in range(30)] == [None] * 30
    assert refused(floods, 33) == 1


def test_the_second_slides(clock: Clock) -> None:
    floods = Floods(FloodLimits(overall=2), clock)
    assert refused(floods, 1) is None
    clock.now += 0.9
    assert refused(floods, 2) is None
    clock.now += 0.2
    assert refused(floods, 3) is None
    assert refused(floods, 4) == 1


def test_one_a_second_in_a_private_chat_after_a_burst(clock: Clock) -> None:
    floods = Floods(FloodLimits(overall=1000, burst=5), clock)
    assert [refused(floods, 1) for _ in range(6)] == [None] * 5 + [1]
    assert refused(floods, 2) is None
    clock.now += 1
    assert [refused(floods, 1) for _ in range(2)] == [None, 1]


def test_twenty_a_minute_in_a_group(clock: Clock) -> None:
    floods = Floods(FloodLimits(), clock)
    for _ in range(20):
        assert refused(floods, -1, private=False) is None
        clock.now += 1
    assert refused(floods, -1, private=False) == 40
    clock.now += 39.5
    assert refused(floods, -1, private=False) == 1
    clock.now += 0.5
    assert refused(floods, -1, private=False) is None


def test_an_album_counts_its_pictures(clock: Clock) -> None:
    floods = Floods(FloodLimits(overall=12), clock)
    assert refused(floods, 1, 10) is None
    assert refused(floods, 2, 3) == 1


def test_no_limits_at_all(clock: Clock) -> None:
    floods = Floods(UNLIMITED, clock)
    assert {refused(floods, 1) for _ in range(1000)} == {None}
    assert {refused(floods, -1, private=False) for _ in range(1000)} == {None}


async def test_sends_and_edits_are_charged_answers_are_not(api: Api, ana: Person) -> None:
    api.playground.telegram.floods.limits = FloodLimits(overall=2)
    message = await api.do("sendMessage", chat_id=ana.id, text="1")
    where = {"chat_id": ana.id, "message_id": message["message_id"]}
    await api.do("editMessageText", **where, text="2")
    answer = await api.call("editMessageText", **where, text="3")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    _, query = await ana.tap_data("x")
    await api.do("answerCallbackQuery", callback_query_id=query)
    await api.do("deleteMessage", **where)


@pytest.mark.parametrize("method", ["sendMessage", "sendPhoto"])
async def test_what_is_wrong_anyway_costs_nothing(api: Api, ana: Person, method: str) -> None:
    api.playground.telegram.floods.limits = FloodLimits(overall=1)
    for _ in range(3):
        await api.refused(method, chat_id=ana.id)
    await api.do("sendMessage", chat_id=ana.id, text="1")
