"""What Telegram refuses, one by one."""

from typing import Any

import pytest

from bot.playground import Person
from tests.playground.conftest import Api, Clock

EMOJI = "😀"


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def button(**action: Any) -> dict[str, Any]:
    return {"text": "Go", **action}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": EMOJI * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "\ud800"}, "strings must be encoded in UTF-8"),
        (
            {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "ENTITY_BOUNDS_INVALID",
        ),
    ],
)
async def test_a_text_telegram_would_not_send(
    api: Api, ana: Person, params: dict[str, Any], description: str
) -> None:
    refusal = await api.refused("sendMessage", chat_id=ana.id, **params)
    assert refusal == f"Bad Request: {description}"


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": EMOJI * 2048},
        {"text": f"<b>{'&lt;' * 4096}</b>", "parse_mode": "HTML"},
        {"text": f"  {'x' * 4096}  "},
    ],
)
async def test_a_text_just_within_the_limit_after_entities(
    api: Api, ana: Person, params: dict[str, Any]
) -> None:
    await api.do("sendMessage", chat_id=ana.id, **params)


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (keyboard(button(callback_data="")), "BUTTON_DATA_INVALID"),
        (keyboard(button(callback_data="x" * 65)), "BUTTON_DATA_INVALID"),
        (keyboard(button(callback_data="ż" * 33)), "BUTTON_DATA_INVALID"),
        (
            keyboard({"text": " ", "callback_data": "x"}),
            "inline keyboard button text must be non-empty",
        ),
        (
            keyboard(button()),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard(button(url="http://localhost")),
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            keyboard(button(url="javascript:alert(1)")),
            "inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL",
        ),
        (keyboard(button(copy_text={"text": ""})), "BUTTON_COPY_TEXT_INVALID"),
        (keyboard(button(copy_text={"text": "x" * 257})), "BUTTON_COPY_TEXT_INVALID"),
        (keyboard(*[button(callback_data="x")] * 9), "REPLY_MARKUP_TOO_LONG"),
        (
            {"inline_keyboard": [[button(callback_data="x")]] * 101},
            "REPLY_MARKUP_TOO_LONG",
        ),
        (
            keyboard(button(callback_dat="x")),
            "unknown field in the inline keyboard button: callback_dat",
        ),
        ({"keybord": []}, "can't parse reply keyboard markup JSON object"),
    ],
)
async def test_a_keyboard_telegram_would_not_show(
    api: Api, ana: Person, markup: dict[str, Any], description: str
) -> None:
    refusal = await api.refused("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    assert refusal == f"Bad Request: {description}"


@pytest.mark.parametrize(
    "markup",
    [
        keyboard(button(callback_data="x" * 64)),
        keyboard(button(url="https://example.com")),
        keyboard(button(url="tg://resolve?domain=x")),
        keyboard(button(copy_text={"text": "x" * 256})),
        {"inline_keyboard": [[button(callback_data="x")] * 8] * 12 + [[button(url="t.me/x")][:0]]},
        {"force_reply": True},
        {"remove_keyboard": True},
    ],
)
async def test_a_keyboard_just_within_the_limits(
    api: Api, ana: Person, markup: dict[str, Any]
) -> None:
    await api.do("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)


async def test_unknown_parameters_are_named(api: Api, ana: Person) -> None:
    refusal = await api.refused("sendMessage", chat_id=ana.id, text="x", parse_mod="HTML", z=1)
    assert refusal == "Bad Request: unknown parameter of sendMessage: parse_mod, z"


async def test_unknown_methods_and_tokens(api: Api) -> None:
    assert await api.refused("sendMesage") == "Not Found"
    assert (await api.do("GETME"))["id"] == 4242
    api.token = "4242:wrong"
    assert await api.refused("getMe") == "Unauthorized"


async def test_an_edit_must_change_something(api: Api, ana: Person) -> None:
    markup = keyboard(button(callback_data="x"))
    message = await api.do("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)
    where = {"chat_id": ana.id, "message_id": message["message_id"]}
    assert (
        await api.refused("editMessageText", **where, text=" x ", reply_markup=markup)
        == "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
    edited = await api.do("editMessageText", **where, text="x")
    assert "reply_markup" not in edited
    assert edited["edit_date"] == edited["date"]
    assert "message is not modified" in await api.refused("editMessageReplyMarkup", **where)


async def test_what_cannot_be_edited(api: Api, ana: Person) -> None:
    where = {"chat_id": ana.id, "message_id": 99}
    refusal = await api.refused("editMessageText", **where, text="x")
    assert refusal == "Bad Request: message to edit not found"
    theirs = {"chat_id": ana.id, "message_id": 1}
    refusal = await api.refused("editMessageText", **theirs, text="x")
    assert refusal == "Bad Request: message can't be edited"
    refusal = await api.refused("editMessageText", chat_id=ana.id, text="x")
    assert refusal == "Bad Request: message identifier is not specified"
    message = await api.do("sendMessage", chat_id=ana.id, text="x")
    ours = {"chat_id": ana.id, "message_id": message["message_id"]}
    refusal = await api.refused("editMessageCaption", **ours, caption="y")
    assert refusal == "Bad Request: there is no caption in the message to edit"


async def test_deletions_end_after_48_hours(api: Api, ana: Person, clock: Clock) -> None:
    message = await api.do("sendMessage", chat_id=ana.id, text="x")
    where = {"chat_id": ana.id, "message_id": message["message_id"]}
    clock.now += 48 * 60 * 60 + 1
    refusal = await api.refused("deleteMessage", **where)
    assert refusal == "Bad Request: message can't be deleted for everyone"
    clock.now -= 2
    assert await api.do("deleteMessage", **where) is True
    refusal = await api.refused("deleteMessage", **where)
    assert refusal == "Bad Request: message to delete not found"
    assert await api.do("deleteMessages", chat_id=ana.id, message_ids=[1, 98]) is True


async def test_whom_a_bot_may_write_to(api: Api, ana: Person) -> None:
    async def refusal(chat_id: object) -> str:
        return await api.refused("sendMessage", chat_id=chat_id, text="x")

    assert await refusal("") == "Bad Request: chat_id is empty"
    assert await refusal(123) == "Bad Request: chat not found"
    assert await refusal("@nobody") == "Bad Request: chat not found"
    stranger = api.playground.person()
    assert await refusal(stranger.id) == "Bad Request: chat not found"
    await ana.block()
    assert await refusal(ana.id) == "Forbidden: bot was blocked by the user"
    await ana.unblock()
    api.playground.telegram.registry.chats[ana.id].deactivated = True
    assert await refusal(ana.id) == "Forbidden: user is deactivated"


async def test_somebody_met_in_a_group_must_write_first(api: Api, ana: Person) -> None:
    other = api.playground.person()
    group = api.playground.room("group", "Friends", ana, members=[other])
    await other.post("/hello", chat=group)
    refusal = await api.refused("sendMessage", chat_id=other.id, text="x")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"


async def test_answers_to_presses(api: Api, ana: Person, clock: Clock) -> None:
    await api.do("sendMessage", chat_id=ana.id, text="x")
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    _, query = await ana.tap_data("any")
    too_long = await api.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"
    await api.do("answerCallbackQuery", callback_query_id=query, text="x" * 200)
    assert await api.refused("answerCallbackQuery", callback_query_id=query) == late
    assert await api.refused("answerCallbackQuery", callback_query_id="7") == late
    _, query = await ana.tap_data("any")
    clock.now += 16
    assert await api.refused("answerCallbackQuery", callback_query_id=query) == late
