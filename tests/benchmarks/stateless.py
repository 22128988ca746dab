"""The same guides on the same library without storage, to hold the bot's speed against."""

import asyncio
import os
from datetime import UTC, datetime
from typing import Any

from telegram import Update
from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, BaseHandler

from bot.chat.polling import POLL_SECONDS
from bot.chat.screens import Screen
from bot.content import Content
from bot.delivery.http import AiohttpRequest
from bot.delivery.quiet import quiet_library
from bot.guides.codes import decode
from bot.guides.context import Context
from bot.guides.conversation import Conversation
from bot.guides.pages import GuidePages
from bot.guides.presses import pressed
from bot.settings import load_settings


class Stateless(BaseHandler[Update, Any, None]):
    """Conversations live in a dictionary: nothing is noted, committed or owed."""

    def __init__(self, content: Content) -> None:
        super().__init__(callback=_nothing)
        self._library = content.library
        self._kept: dict[int, Conversation] = {}

    def check_update(self, update: object) -> bool:
        return isinstance(update, Update)

    async def handle_update(self, update: Update, *_: Any) -> None:
        user, query, bot = update.effective_user, update.callback_query, update.get_bot()
        assert user is not None
        context = Context("IT", datetime.now(UTC).date(), self._library.facts)
        language = self._library.languages["en"]
        pages = GuidePages(self._library.guides, self._library.languages, language, context)
        guide = self._library.guides["opt_out"]
        before = self._kept.get(user.id, Conversation())
        press = decode((query.data or "") if query else "")
        if press is not None and press.kind != "open":
            before = pressed(guide, before, context, press)
        self._kept[user.id] = before
        screen = pages.screen(guide, before)
        if query is None or query.message is None:
            await bot.send_message(
                user.id, screen.text, ParseMode.HTML, reply_markup=screen.markup()
            )
            return
        await asyncio.gather(
            bot.answer_callback_query(query.id),
            _edit(bot, user.id, query.message.message_id, screen),
        )


async def _edit(bot: Any, chat_id: int, message_id: int, screen: Screen) -> None:
    await bot.edit_message_text(
        screen.text, chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=screen.markup()
    )


async def _nothing(*_: object) -> None:
    return


async def main() -> None:
    settings = load_settings()
    quiet_library()
    address = settings.telegram_api_url
    application = (
        ApplicationBuilder()
        .token(settings.bot_token.get_secret_value())
        .base_url(f"{address}/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handler(Stateless(Content.load(settings)))
    await application.initialize()
    offset, running = None, set()
    while os.getppid() > 1:
        for update in await application.bot.get_updates(offset, timeout=POLL_SECONDS):
            offset = update.update_id + 1
            task = asyncio.create_task(application.process_update(update))
            running.add(task)
            task.add_done_callback(running.discard)


if __name__ == "__main__":
    asyncio.run(main())
