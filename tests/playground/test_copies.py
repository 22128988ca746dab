from typing import Any

import pytest

from bot.playground import Person
from tests.playground.conftest import Api


@pytest.fixture
async def messages(api: Api, ana: Person) -> list[dict[str, Any]]:
    """Three of the bot's messages to Ana."""
    return [
        await api.do("sendMessage", chat_id=ana.id, text=f"<b>{number}</b>", parse_mode="HTML")
        for number in range(3)
    ]


async def test_a_copy_does_not_say_where_it_comes_from(
    api: Api, ana: Person, messages: list[dict[str, Any]]
) -> None:
    group = api.playground.room("group", "Friends", ana)
    source = {"from_chat_id": ana.id, "message_id": messages[0]["message_id"]}
    copied = await api.do("copyMessage", chat_id=group, **source)
    await ana.refresh(group)
    assert list(copied) == ["message_id"]
    assert ana.last["entities"] == messages[0]["entities"]
    assert "forward_origin" not in ana.last
    forwarded = await api.do("forwardMessage", chat_id=group, **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == 4242


async def test_many_copies(api: Api, ana: Person, messages: list[dict[str, Any]]) -> None:
    ids = [message["message_id"] for message in messages]
    where = {"chat_id": ana.id, "from_chat_id": ana.id}
    assert len(await api.do("copyMessages", **where, message_ids=[*ids, 98])) == 3
    assert len(await api.do("forwardMessages", **where, message_ids=ids)) == 3
    refusal = await api.refused("copyMessages", **where, message_ids=ids[::-1])
    assert "strictly increasing" in refusal
    refusal = await api.refused("copyMessages", **where, message_ids=[98])
    assert refusal == "Bad Request: there are no messages to copy"
    refusal = await api.refused("copyMessages", **where, message_ids=list(range(101)))
    assert refusal == "Bad Request: too many message identifiers specified"


@pytest.mark.parametrize(
    ("method", "verb", "done"),
    [("copyMessage", "copy", "copied"), ("forwardMessage", "forward", "forwarded")],
)
async def test_what_does_not_travel(
    api: Api, ana: Person, method: str, verb: str, done: str
) -> None:
    where = {"chat_id": ana.id, "from_chat_id": ana.id}
    refusal = await api.refused(method, **where, message_id=98)
    assert refusal == f"Bad Request: message to {verb} not found"
    kept = await api.do("sendMessage", chat_id=ana.id, text="x", protect_content=True)
    refusal = await api.refused(method, **where, message_id=kept["message_id"])
    assert refusal == f"Bad Request: message can't be {done}"


async def test_people_forward_a_post_of_a_channel_to_the_bot(api: Api, ana: Person) -> None:
    channel = api.playground.room("channel", "Stories", ana)
    post = await api.do("sendMessage", chat_id=channel, text="<b>#1</b> x", parse_mode="HTML")
    with pytest.raises(AssertionError, match="has not said"):  # nobody answers here
        await ana.forward(channel, post["message_id"], within=0.05)
    heard = (await api.do("getUpdates"))[-1]["message"]
    assert heard["from"]["id"] == heard["chat"]["id"] == ana.id
    assert (heard["text"], heard["entities"]) == (post["text"], post["entities"])
    assert heard["forward_origin"] == {
        "type": "channel",
        "date": post["date"],
        "chat": post["chat"],
        "message_id": post["message_id"],
    }


async def test_people_forward_what_they_see_alone(api: Api, ana: Person) -> None:
    channel = api.playground.room("channel", "Stories", ana)
    post = await api.do("sendMessage", chat_id=channel, text="x")
    with pytest.raises(AssertionError, match="message to forward not found"):
        await ana.forward(channel, post["message_id"] + 1)
    with pytest.raises(AssertionError, match="sees no such chat"):
        await api.playground.person().forward(channel, post["message_id"])
