import asyncio

import pytest

from bot.playground import Person
from tests.playground.conftest import Api, Clock


async def texts(api: Api, **params: object) -> list[str]:
    return [update["message"]["text"] for update in await api.do("getUpdates", **params)]


async def test_updates_stay_until_a_higher_offset_confirms_them(api: Api, ana: Person) -> None:
    for word in ("one", "two", "three"):
        await ana.post(word)
    first = (await api.do("getUpdates"))[0]["update_id"]
    assert await texts(api) == ["one", "two", "three"]
    assert await texts(api, offset=first) == ["one", "two", "three"]
    assert await texts(api, offset=first + 1) == ["two", "three"]
    assert await texts(api) == ["two", "three"]
    assert await texts(api, limit=1) == ["two"]
    assert api.playground.telegram.pending_updates == 2


async def test_a_negative_offset_forgets_what_is_older(api: Api, ana: Person) -> None:
    for word in ("one", "two", "three"):
        await ana.post(word)
    assert await texts(api, offset=-2) == ["two", "three"]
    assert await texts(api) == ["two", "three"]


async def test_a_poll_waits_for_the_next_update(api: Api, ana: Person) -> None:
    poll = asyncio.create_task(texts(api, timeout=30))
    await asyncio.wait_for(api.playground.telegram.updates.arrived.next(), 5)
    await ana.post("here")
    assert await poll == ["here"]


async def test_a_poll_ends_empty(api: Api) -> None:
    assert await texts(api) == []
    assert await texts(api, timeout=1) == []


async def test_the_second_poller_ends_the_first(api: Api, ana: Person) -> None:
    first = asyncio.create_task(api.call("getUpdates", timeout=30))
    await asyncio.wait_for(api.playground.telegram.updates.arrived.next(), 5)
    second = asyncio.create_task(texts(api, timeout=30))
    answer = await first
    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await ana.post("here")
    assert await second == ["here"]


async def test_a_webhook_forbids_polling(api: Api) -> None:
    waiting = asyncio.create_task(api.call("getUpdates", timeout=30))
    await asyncio.wait_for(api.playground.telegram.updates.arrived.next(), 5)
    await api.do("setWebhook", url="http://127.0.0.1:9/x")
    assert (await waiting)["description"] == "Conflict: terminated by setWebhook request"
    answer = await api.call("getUpdates")
    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await api.do("deleteWebhook")
    assert await api.do("getUpdates") == []


async def test_kinds_that_are_not_allowed_never_come(api: Api, ana: Person) -> None:
    await api.do("getUpdates", allowed_updates=["callback_query"])
    await ana.post("not heard")
    await ana.tap_data("x", 1)
    updates = await api.do("getUpdates", allowed_updates=["message"])
    assert [list(update) for update in updates] == [["update_id", "callback_query"]]
    await ana.post("heard")
    await api.do("getUpdates", allowed_updates=[])
    assert len(await api.do("getUpdates")) == 2
    refusal = await api.refused("getUpdates", allowed_updates=["mesage"])
    assert "allowed updates" in refusal


async def test_ids_may_jump_and_raw_updates_may_be_queued(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    await ana.post("one")
    telegram.gap(1000)
    await ana.post("two")
    telegram.inject({"poll": "no poll at all"})
    telegram.inject({"update_id": 999_999_999, "unheard_of": {}})
    updates = await api.do("getUpdates")
    assert updates[1]["update_id"] - updates[0]["update_id"] == 1001
    assert updates[2]["poll"] == "no poll at all"
    assert updates[3] == {"update_id": 999_999_999, "unheard_of": {}}


async def test_updates_are_kept_for_a_day(api: Api, ana: Person, clock: Clock) -> None:
    await ana.post("old")
    clock.now += 24 * 60 * 60 + 1
    await ana.post("new")
    assert await texts(api) == ["new"]


async def test_the_bot_hears_nothing_of_its_own_posts(api: Api, ana: Person) -> None:
    channel = api.playground.room("channel", "News", ana)
    await api.do("getUpdates", offset=-1)
    updates = await api.do("getUpdates")
    await api.do("sendMessage", chat_id=channel, text="post")
    await api.do("sendMessage", chat_id=ana.id, text="word")
    assert await api.do("getUpdates") == updates


@pytest.mark.parametrize("params", [{"limit": "x"}, {"timeout": []}, {"allowed_updates": "{"}])
async def test_parameters_that_make_no_sense(api: Api, params: dict[str, object]) -> None:
    assert (await api.refused("getUpdates", **params)).startswith("Bad Request: ")
