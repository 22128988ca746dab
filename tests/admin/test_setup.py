"""The bot is made administrator of a chat, removed, moved: what its owner hears and decides."""

import asyncio
from pathlib import Path

import pytest

from bot.chat.roles import OWNER
from bot.playground import Playground
from bot.playground.membership import migrate
from bot.playground.person import Person
from tests.admin.house import House, house

LINE = "I only talk in private"


async def left(home: House, room: int) -> None:
    for _ in range(100):
        if home.status(room) == "left":
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the bot is still there")


async def said_in(person: Person, room: int) -> list[str]:
    await person.refresh(room)
    return [str(one["text"]) for one in person.messages if one["from"]["is_bot"] and "text" in one]


async def test_a_channel_for_stories(home: House) -> None:
    channel = home.room("channel", home.owner)
    home.make("administrator", channel, home.owner)
    await home.owner.until("You made me an administrator of “The Room”. Shall I post the stories")
    home.owner.sees_no("Use it for moderation")
    await home.owner.press("Use it for stories")
    home.owner.sees("stories that are published are posted there")
    assert home.bot.features.ground.chats.channel_id == channel
    assert await home.deeds() == [("set up", f"channel_id …{str(channel)[-4:]}")]
    assert home.status(channel) == "administrator"
    await home.owner.send("/admin")
    await home.owner.press("My own chats")
    home.owner.sees(str(channel))


async def test_a_group_for_moderation(home: House) -> None:
    group = home.room("supergroup", home.owner)
    home.make("administrator", group, home.owner)
    await home.owner.until("Shall moderators decide there")
    home.owner.sees_no("public")
    await home.owner.press("Use it for moderation")
    assert home.bot.features.ground.chats.moderation_chat_id == group
    assert await said_in(home.owner, group) == []
    assert home.status(group) == "administrator"


async def test_it_is_kept_over_a_restart(playground: Playground, tmp_path: Path) -> None:
    async with house(playground, tmp_path) as first:
        channel = first.room("channel", first.owner)
        first.make("administrator", channel, first.owner)
        await first.owner.until("Shall I post")
    async with house(playground, tmp_path, admin_ids=(first.owner.id,)) as again:
        await first.owner.press("Use it for stories")
        assert again.bot.features.ground.chats.channel_id == channel
    async with house(playground, tmp_path) as last:
        assert last.bot.features.ground.chats.channel_id == channel


async def test_declined_it_leaves(home: House) -> None:
    group = home.room("group", home.owner)
    home.make("administrator", group, home.owner)
    await home.owner.until("Shall moderators")
    await home.owner.press("No, leave that chat")
    home.owner.sees("Then I leave it.")
    await left(home, group)
    await home.owner.press("Use it for moderation")
    home.owner.sees("That is settled already.")
    assert home.bot.features.ground.chats.moderation_chat_id is None
    assert (await home.deeds())[0][0] == "left"


@pytest.mark.parametrize("status", ["member", "administrator"])
async def test_where_somebody_else_adds_it_it_says_a_line_and_leaves(
    home: House, status: str
) -> None:
    stranger = await home.guest()
    group = home.room("group", stranger)
    home.make(status, group, stranger)
    await left(home, group)
    assert any(LINE in text for text in await said_in(stranger, group))
    home.owner.sees_no("The Room")


async def test_as_a_plain_member_it_leaves_even_its_owner(home: House) -> None:
    group = home.room("group", home.owner)
    home.make("member", group, home.owner)
    await left(home, group)


async def test_an_old_offer_is_nobody_elses(home: House) -> None:
    second = await home.guest()
    await home.grant(second, OWNER)
    group = home.room("group", second)
    home.make("administrator", group, second)
    await second.until("Shall moderators")
    offer = second.last["message_id"]
    await home.take(second, OWNER)
    await second.press_data(f"setup:use:{group}", offer)
    assert home.bot.features.ground.chats.moderation_chat_id is None
    await second.press_data(f"setup:leave:{group}", offer)
    assert home.status(group) == "administrator"


async def test_a_chat_that_was_never_offered_cannot_be_taken(home: House) -> None:
    channel = home.room("channel", home.owner)
    await home.owner.press_data(f"setup:use:{channel}")
    home.owner.sees("That is settled already.")
    assert home.bot.features.ground.chats.channel_id is None


async def test_removed_before_the_answer_the_offer_is_gone(home: House) -> None:
    group = home.room("group", home.owner)
    home.make("administrator", group, home.owner)
    await home.owner.until("Shall moderators")
    home.make("kicked", group, home.owner)
    await home.owner.press("Use it for moderation")
    home.owner.sees("That is settled already.")


async def test_the_settings_win(playground: Playground, tmp_path: Path) -> None:
    async with house(playground, tmp_path, channel_id=-1001) as home:
        channel = home.room("channel", home.owner)
        home.make("administrator", channel, home.owner)
        await home.owner.until("CHANNEL_ID in the settings")
        home.owner.sees_no("Use it for stories")
        await left(home, channel)
        assert home.bot.features.ground.chats.channel_id == -1001


async def test_a_public_group_brings_a_warning(home: House) -> None:
    group = home.room("supergroup", home.owner, username="everybody")
    home.make("administrator", group, home.owner)
    await home.owner.until("It is public: anybody can read there")
    await home.owner.press("Use it for moderation")
    home.owner.sees("It is public")


async def test_a_group_that_becomes_public_brings_one_too(home: House) -> None:
    group = await moderated(home, "supergroup")
    home.chat(group).username = "everybody"
    for _ in range(2):
        await home.owner.post("hello", chat=group)
    await home.owner.until("“The Room” is public")
    await home.owner.send("/menu")
    told = [one for one in home.owner.messages if "is public" in str(one.get("text"))]
    assert len(told) == 1


async def moderated(home: House, kind: str = "group") -> int:
    group = home.room(kind, home.owner)
    home.make("administrator", group, home.owner)
    await home.owner.until("Shall moderators")
    await home.owner.press("Use it for moderation")
    return group


async def test_a_group_that_grows_is_followed(home: House) -> None:
    group = await moderated(home)
    grown = migrate(home.playground.telegram, home.chat(group))
    await home.owner.send("/menu")
    assert home.bot.features.ground.chats.moderation_chat_id == grown.id
    assert home.bot.desk is not None
    assert home.status(grown.id) == "administrator"


async def test_an_offered_group_that_grows_is_still_offered(home: House) -> None:
    group = home.room("group", home.owner)
    home.make("administrator", group, home.owner)
    await home.owner.until("Shall moderators")
    grown = migrate(home.playground.telegram, home.chat(group))
    await home.owner.send("/menu")
    await home.owner.press("Use it for moderation")
    assert home.bot.features.ground.chats.moderation_chat_id == grown.id


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("kicked", "I was removed from “The Room”"),
        ("left", "I was removed"),
        ("member", "no longer"),
    ],
)
async def test_removed_or_demoted_the_owners_hear_it(home: House, status: str, words: str) -> None:
    stranger, group = await home.guest(), await moderated(home)
    home.make(status, group, stranger)
    await home.owner.until(words)
    assert home.bot.features.ground.chats.moderation_chat_id == group
    assert not any(LINE in text for text in await said_in(home.owner, group))


async def test_without_the_right_to_post_it_says_what_it_needs(home: House) -> None:
    channel = home.room("channel", home.owner)
    rights = frozenset({"can_manage_chat"})
    home.make("administrator", channel, home.owner, rights=rights)
    await home.owner.until("I need the right to post")
