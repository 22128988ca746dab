from bot.playground import Person
from bot.playground.membership import change_bot_status, migrate
from tests.playground.conftest import Api, Clock


async def updates(api: Api) -> list[str]:
    return [next(kind for kind in one if kind != "update_id") for one in await api.do("getUpdates")]


async def test_blocking_is_told(api: Api, ana: Person) -> None:
    await ana.block()
    await ana.block()
    await ana.unblock()
    changes = [one["my_chat_member"] for one in await api.do("getUpdates")]
    statuses = [
        (one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["chat"] == {"id": ana.id, "type": "private", "first_name": "Ana"}
    assert changes[0]["from"]["id"] == ana.id
    assert changes[0]["new_chat_member"]["until_date"] == 0


async def test_a_channel_with_its_bot(api: Api, ana: Person) -> None:
    voter = api.playground.person()
    channel = api.playground.room("channel", "Stories", ana, members=[voter])
    vote = {"inline_keyboard": [[{"text": "👍 0", "callback_data": "v"}]]}
    post = await api.do("sendMessage", chat_id=channel, text="A story", reply_markup=vote)
    assert (
        post["sender_chat"]
        == post["chat"]
        == {"id": channel, "type": "channel", "title": "Stories"}
    )
    assert post["message_id"] == 1
    await voter.tap("👍", chat=channel)
    update = (await api.do("getUpdates"))[-1]
    assert update["callback_query"]["from"]["id"] == voter.id
    assert update["callback_query"]["message"] == post
    vote["inline_keyboard"][0][0]["text"] = "👍 1"
    await api.do("editMessageReplyMarkup", chat_id=channel, message_id=1, reply_markup=vote)
    await voter.refresh(channel)
    voter.sees_button("👍 1")
    await ana.post("by hand", chat=channel)
    assert (await api.do("getUpdates"))[-1]["channel_post"]["text"] == "by hand"


async def test_a_channel_without_rights(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    channel = api.playground.room("channel", "Stories", ana, bot="left")
    refusal = await api.refused("sendMessage", chat_id=channel, text="x")
    assert refusal == "Forbidden: bot is not a member of the channel chat"
    owner, chat = telegram.registry.people[ana.id], telegram.registry.chats[channel]
    change_bot_status(telegram, chat, owner, "administrator", frozenset({"can_manage_chat"}))
    refusal = await api.refused("sendMessage", chat_id=channel, text="x")
    assert refusal == "Bad Request: need administrator rights in the channel chat"


async def test_in_groups_a_bot_hears_what_is_meant_for_it(api: Api, ana: Person) -> None:
    group = api.playground.room("group", "Friends", ana, bot="member")
    assert await updates(api) == ["my_chat_member", "message"]
    await api.do("getUpdates", offset=-1)
    await ana.post("among us", chat=group)
    await ana.post("/start", chat=group)
    assert await updates(api) == ["message", "message"]
    assert (await api.do("getUpdates"))[-1]["message"]["text"] == "/start"
    assert await api.do("leaveChat", chat_id=group) is True
    refusal = await api.refused("sendMessage", chat_id=group, text="x")
    assert refusal == "Forbidden: bot is not a member of the group chat"


async def test_members_and_administrators(api: Api, ana: Person) -> None:
    other = api.playground.person()
    group = api.playground.room("supergroup", "Friends", ana, members=[other])
    admins = await api.do("getChatAdministrators", chat_id=group)
    assert [(one["user"]["id"], one["status"]) for one in admins] == [
        (ana.id, "creator"),
        (4242, "administrator"),
    ]
    assert admins[1]["can_delete_messages"] is True
    assert await api.do("getChatMemberCount", chat_id=group) == 3
    one = await api.do("getChatMember", chat_id=group, user_id=other.id)
    assert one["status"] == "member"
    stranger = api.playground.person()
    one = await api.do("getChatMember", chat_id=group, user_id=stranger.id)
    assert one["status"] == "left"
    refusal = await api.refused("getChatMember", chat_id=group, user_id=5)
    assert refusal == "Bad Request: user not found"


async def test_messages_of_others_are_deleted_with_the_right_to(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    group = api.playground.room("supergroup", "Friends", ana, bot="member")
    await ana.post("spam", chat=group)
    message_id = max(telegram.registry.chats[group].messages)
    refusal = await api.refused("deleteMessage", chat_id=group, message_id=message_id)
    assert refusal == "Bad Request: message can't be deleted"
    owner = telegram.registry.people[ana.id]
    change_bot_status(telegram, telegram.registry.chats[group], owner, "administrator")
    assert await api.do("deleteMessage", chat_id=group, message_id=message_id) is True


async def test_a_group_grows_into_a_supergroup(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    group = api.playground.room("group", "Friends", ana)
    grown = migrate(telegram, telegram.registry.chats[group])
    answer = await api.call("sendMessage", chat_id=group, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": grown.id}
    await api.do("sendMessage", chat_id=grown.id, text="x")
    farewell, welcome = (one["message"] for one in (await api.do("getUpdates"))[-2:])
    assert farewell["migrate_to_chat_id"] == grown.id
    assert welcome["migrate_from_chat_id"] == group


async def test_rooms_are_made_over_http_too(api: Api, ana: Person) -> None:
    async def post(path: str, **body: object) -> dict[str, int]:
        async with api.session.post(f"{api.playground.url}{path}", json=body) as response:
            made: dict[str, int] = await response.json()
            return made

    room = (await post("/chats", type="channel", title="News", owner=ana.id, username="news"))["id"]
    await post(f"/chats/{room}/members", user=4242, status="administrator", by=ana.id)
    assert (await api.do("sendMessage", chat_id="@News", text="x"))["chat"]["id"] == room
    assert await updates(api) == ["my_chat_member"]


async def test_posts_of_a_channel_are_edited_for_ever_and_deleted_for_two_days(
    api: Api, ana: Person, clock: Clock
) -> None:
    channel = api.playground.room("channel", "Stories", ana)
    vote = {"inline_keyboard": [[{"text": "👍 0", "callback_data": "v"}]]}
    posts = [
        await api.do("sendMessage", chat_id=channel, text="x", reply_markup=vote) for _ in range(2)
    ]
    where = [{"chat_id": channel, "message_id": post["message_id"]} for post in posts]
    clock.now += 48 * 60 * 60
    assert await api.do("deleteMessage", **where[0]) is True
    assert await api.refused("deleteMessage", **where[0]) == (
        "Bad Request: message to delete not found"
    )
    clock.now += 1
    assert await api.refused("deleteMessage", **where[1]) == (
        "Bad Request: message can't be deleted for everyone"
    )
    left = await api.do("editMessageText", **where[1], text="withdrawn")
    assert "reply_markup" not in left
    assert "not modified" in await api.refused("editMessageText", **where[1], text="withdrawn")


async def test_out_of_a_channel_a_bot_deletes_nothing(api: Api, ana: Person) -> None:
    telegram = api.playground.telegram
    channel = api.playground.room("channel", "Stories", ana)
    post = await api.do("sendMessage", chat_id=channel, text="x")
    owner, chat = telegram.registry.people[ana.id], telegram.registry.chats[channel]
    change_bot_status(telegram, chat, owner, "kicked")
    refusal = await api.refused("deleteMessage", chat_id=channel, message_id=post["message_id"])
    assert refusal == "Forbidden: bot was kicked from the channel chat"
