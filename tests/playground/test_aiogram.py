"""An independent client library drives the server."""

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
)

from bot.playground import FloodLimits, Person, Playground
from tests.playground.conftest import TOKEN


async def test_aiogram_gets_along(playground: Playground, ana: Person) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(playground.url))
    async with Bot(TOKEN, session, DefaultBotProperties(parse_mode="HTML")) as bot:
        assert (await bot.get_me()).username == "galateo_playground_bot"
        assert await bot.set_my_commands([BotCommand(command="start", description="Begin")])
        button = InlineKeyboardButton(text="Go on", callback_data="go")
        markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
        sent = await bot.send_message(ana.id, "<b>😀</b> <i>hi</i>", reply_markup=markup)
        assert [(one.type, one.offset, one.length) for one in sent.entities or ()] == [
            ("bold", 0, 2),
            ("italic", 3, 2),
        ]
        await ana.tap("Go on")
        (update,) = await bot.get_updates(allowed_updates=["callback_query", "my_chat_member"])
        assert update.callback_query is not None
        assert await bot.answer_callback_query(update.callback_query.id, text="ok")
        edited = await bot.edit_message_text("done", chat_id=ana.id, message_id=sent.message_id)
        assert not isinstance(edited, bool)
        assert edited.text == "done"
        with pytest.raises(TelegramBadRequest, match="message is not modified"):
            await bot.edit_message_text("done", chat_id=ana.id, message_id=sent.message_id)
        letter = BufferedInputFile(b"%PDF", "letter.pdf")
        document = (await bot.send_document(ana.id, letter, caption="<u>here</u>")).document
        assert document is not None
        downloaded = await bot.download(document.file_id)
        assert downloaded is not None
        assert downloaded.read() == b"%PDF"
        album = [InputMediaDocument(media=document.file_id), InputMediaDocument(media=letter)]
        assert len(await bot.send_media_group(ana.id, list(album))) == 2
        await ana.block()
        (update,) = await bot.get_updates(update.update_id + 1)
        assert update.my_chat_member is not None
        assert update.my_chat_member.new_chat_member.status == "kicked"
        await ana.unblock()
        playground.telegram.floods.limits = FloodLimits(overall=0.5)
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(ana.id, "too fast")
        assert await bot.set_webhook(f"{playground.url}/nowhere", secret_token="s")
        with pytest.raises(TelegramConflictError):
            await bot.get_updates()
