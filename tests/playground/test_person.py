"""The fake client against a small bot that is no part of the project."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.playground import Person, Playground
from tests.playground.conftest import Api


async def answer(api: Api, update: dict[str, Any]) -> None:
    """Greets, echoes, counts presses; says nothing to "silence"."""
    if "message" in update:
        message = update["message"]
        words = message.get("text") or next(key for key in ("voice", "document") if key in message)
        if words == "silence":
            return
        row = [
            {"text": "One more", "callback_data": "1"},
            {"text": "One less", "callback_data": "0"},
        ]
        await api.do(
            "sendMessage",
            chat_id=message["chat"]["id"],
            text=f"You said <b>{words}</b>",
            parse_mode="HTML",
            reply_markup={"inline_keyboard": [row, [{"text": "Page", "url": "https://a.com/"}]]},
        )
    if "callback_query" in update:
        query = update["callback_query"]
        message = query["message"]
        where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        await api.call("editMessageText", **where, text=f"Pressed {query['data']}")
        await api.do("answerCallbackQuery", callback_query_id=query["id"], text="Noted")


@pytest.fixture
async def customer(playground: Playground, api: Api) -> AsyncIterator[Person]:
    async def run() -> None:
        offset = 0
        while True:
            for update in await api.do("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                await answer(api, update)

    bot = asyncio.create_task(run())
    yield playground.person("customer", language="it", name="Carla")
    bot.cancel()
    await asyncio.gather(bot, return_exceptions=True)


async def test_writing_and_seeing(customer: Person) -> None:
    await customer.send("hello")
    assert customer.text == "You said hello"
    assert customer.buttons == [["One more", "One less"], ["Page"]]
    customer.sees("said hello")
    customer.sees_button("One more")
    customer.sees_no("goodbye")
    assert [message["message_id"] for message in customer.messages] == [1, 2]
    assert customer.last["html"] == "You said <b>hello</b>"
    with pytest.raises(AssertionError, match="There it is: 'hello'"):
        customer.sees_no("hello")


async def test_pressing(customer: Person) -> None:
    await customer.send("hello")
    await customer.press("One more")
    customer.sees("Pressed 1")
    assert customer.toast == "Noted"
    await customer.press_data("forged")
    customer.sees("Pressed forged")
    await customer.press_data("forged")
    customer.sees("Pressed forged")


async def test_a_part_of_a_label_must_be_the_only_one(customer: Person) -> None:
    await customer.send("hello")
    with pytest.raises(AssertionError, match=r"Several buttons contain 'One': \['One more', "):
        await customer.press("One")
    with pytest.raises(AssertionError, match="No button 'Two'"):
        await customer.press("Two")
    with pytest.raises(AssertionError, match="is no press for the bot"):
        await customer.press("Page")
    await customer.press("less")
    customer.sees("Pressed 0")


async def test_a_silent_bot_is_reported_with_the_chat(customer: Person) -> None:
    await customer.send("hello")
    with pytest.raises(AssertionError) as failure:
        await customer.send("silence", within=0.05)
    assert str(failure.value) == (
        "Within 0.05 s the bot has not said or edited anything.\n"
        "The chat (3 messages, the newest 8):\n"
        "  #1 Carla: hello\n"
        "  #2 bot: You said hello\n"
        "      [ One more ] [ One less ]\n"
        "      [ Page ]\n"
        "  #3 Carla: silence"
    )


async def test_a_refused_answer_is_reported(customer: Person, api: Api) -> None:
    api.playground.telegram.fail_next("sendMessage", customer.id, 500, "Internal Server Error")
    with pytest.raises(AssertionError, match="! sendMessage was refused: Internal Server Error"):
        await customer.send("hello", within=0.2)


async def test_files_edits_and_waiting_for_words(customer: Person) -> None:
    await customer.send_file("voice", b"OggS")
    customer.sees("You said voice")
    await customer.send_file("document", b"%PDF", "my letter")
    customer.sees("You said document")
    assert customer.messages[2]["caption"] == "my letter"
    await customer.post("silence")
    await customer.post("later")
    await customer.until("You said later")


async def test_deleting_the_chat(customer: Person, api: Api) -> None:
    await customer.send("hello")
    await customer.delete_chat()
    assert customer.messages == []
    where = {"chat_id": customer.id, "message_id": 2}
    await api.do("editMessageText", **where, text="unseen")
    await customer.send("again")
    assert [message["text"] for message in customer.messages] == ["again", "You said again"]
    await customer.delete_chat(everywhere=True)
    refusal = await api.refused("editMessageText", **where, text="gone")
    assert refusal == "Bad Request: message to edit not found"
    with pytest.raises(AssertionError, match="The bot has said nothing here"):
        customer.sees("anything")


async def test_people_edit_what_they_said(api: Api, ana: Person) -> None:
    body = {"message_id": 1, "text": "/help"}
    version = await ana.post("hello")
    url = f"{api.playground.url}/people/{ana.id}/chats/{ana.id}/edit"
    async with api.session.post(url, json=body) as response:
        assert int(response.headers["X-Version"]) > version
    updates = await api.do("getUpdates")
    assert updates[-1]["edited_message"]["text"] == "/help"
    assert updates[-1]["edited_message"]["edit_date"] > 0


async def test_blocked_people_do_not_write(ana: Person) -> None:
    await ana.block()
    with pytest.raises(AssertionError, match="blocked the bot"):
        await ana.post("hello")
    await ana.unblock()
    await ana.post("hello")


async def test_people_reply_to_a_message(api: Api, ana: Person) -> None:
    asked = await api.do("sendMessage", chat_id=ana.id, text="Why?")
    await ana.post("Because", reply_to=asked["message_id"])
    heard = (await api.do("getUpdates"))[-1]["message"]
    assert heard["reply_to_message"] == asked


async def test_the_last_toast_stays(customer: Person) -> None:
    await customer.send("hello")
    await customer.press("One more")
    await customer.send("hello again")
    assert customer.toast == "Noted"
