"""python-telegram-bot parses every object the server makes."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyParameters,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.playground import Person, Playground
from bot.playground.membership import migrate
from tests.playground.conftest import TOKEN
from tests.playground.test_media import PNG


@pytest.fixture
def bot(playground: Playground) -> Bot:
    return Bot(TOKEN, base_url=f"{playground.url}/bot", base_file_url=f"{playground.url}/file/bot")


async def test_messages(bot: Bot, ana: Person) -> None:
    async with bot:
        assert bot.username == "galateo_playground_bot"
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go on", callback_data="go")]])
        sent = await bot.send_message(
            ana.id,
            "<b>hi</b>",
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            reply_parameters=ReplyParameters(1),
        )
        assert sent.text_html == "<b>hi</b>"
        assert sent.reply_to_message is not None
        assert sent.reply_to_message.text == "/start"
        with pytest.raises(BadRequest, match="essage is not modified"):
            await sent.edit_text("<b>hi</b>", parse_mode=ParseMode.HTML, reply_markup=markup)
        edited = await sent.edit_text("done", reply_markup=None)
        assert not isinstance(edited, bool)
        assert edited.edit_date is not None
        album = await bot.send_media_group(ana.id, [InputMediaPhoto(PNG), InputMediaPhoto(PNG)])
        file = await album[0].photo[-1].get_file()
        assert await file.download_as_bytearray() == PNG
        copied = await album[0].copy(ana.id)
        assert copied.message_id > album[1].message_id
        assert await sent.delete()
        await ana.block()
        with pytest.raises(Forbidden, match="ot was blocked by the user"):
            await bot.send_message(ana.id, "x")


async def test_updates(bot: Bot, playground: Playground, ana: Person) -> None:
    channel = playground.room("channel", "News", ana)
    group = playground.room("group", "Friends", ana)
    async with bot:
        await bot.send_message(ana.id, "hi")
        await ana.post("/start payload")
        await ana.post("by hand", chat=channel)
        await ana.tap_data("x")
        await ana.tap_data("x", 999)
        await ana.block()
        updates = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
        kinds = [next(iter(one.to_dict().keys() - {"update_id"})) for one in updates]
        assert kinds == [
            *("my_chat_member", "my_chat_member", "message", "message", "channel_post"),
            *("callback_query", "callback_query", "my_chat_member"),
        ]
        assert updates[3].message is not None
        assert updates[3].message.parse_entities() == {updates[3].message.entities[0]: "/start"}
        assert updates[6].callback_query is not None
        message = updates[6].callback_query.message
        assert message is not None
        assert not message.is_accessible
        migrate(playground.telegram, playground.telegram.registry.chats[group])
        with pytest.raises(ChatMigrated):
            await bot.send_message(group, "x")


async def test_chats_and_menus(bot: Bot, playground: Playground, ana: Person) -> None:
    group = playground.room("supergroup", "Friends", ana)
    async with bot:
        assert (await bot.get_chat(ana.id)).first_name == "Ana"
        assert (await bot.get_chat(group)).title == "Friends"
        admins = await bot.get_chat_administrators(group)
        assert [one.status for one in admins] == ["creator", "administrator"]
        assert (await bot.get_chat_member(group, ana.id)).user.id == ana.id
        commands = [BotCommand("start", "Begin")]
        assert await bot.set_my_commands(commands, BotCommandScopeChat(ana.id), "it")
        assert await bot.get_my_commands(BotCommandScopeChat(ana.id), "it") == tuple(commands)
        assert (await bot.get_my_short_description()).short_description == ""
        assert (await bot.get_chat_menu_button()).type == "commands"
        assert (await bot.get_webhook_info()).pending_update_count == 2
        assert await bot.send_chat_action(ana.id, "typing")
        assert await bot.leave_chat(group)
        with pytest.raises(BadRequest):
            await bot.log_out()
