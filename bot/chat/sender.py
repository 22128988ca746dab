"""The calls that bring a screen to a chat: edit or send, old keyboards away, presses answered."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from telegram import Bot, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.chat.screens import File
from bot.chat.work import Work

log = logging.getLogger(__name__)
REMEMBERED_CHATS = 20_000
ANSWERS_AT_ONCE = 4


class Sender:
    """Remembers the message that shows each chat's screen: the row is written after the send."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._screens: OrderedDict[int, int] = OrderedDict()

    async def answer(self, works: list[Work]) -> None:
        """A few at a time: one chat's hundred presses must not take every connection."""
        places = asyncio.Semaphore(ANSWERS_AT_ONCE)

        async def one(work: Work) -> None:
            async with places:
                call = self._bot.answer_callback_query(
                    str(work.callback_id), text=work.toast or None, show_alert=work.alert or None
                )
                await _harmless(call)

        await asyncio.gather(*map(one, works))

    async def say(self, works: list[Work]) -> None:
        """Messages beside the screen; one that cannot be sent is not said again."""
        for work in works:
            await _harmless(self._send(work))

    async def display(self, works: list[Work]) -> int | None:
        """The id of the message that shows the last screen now."""
        work = replace(works[-1], fresh=any(one.fresh for one in works))
        if work.leave:
            await self._leave(work)
            return None
        for one in works:
            for message_id in one.delete:
                await _harmless(self._bot.delete_message(work.chat_id, message_id))
        files = {file.name: file for one in works if one.screen for file in one.screen.files}
        for file in files.values():
            await self._send_file(work.chat_id, file)
        current = self._screens.get(work.chat_id, work.screen_id)
        pressed = None if work.fresh or files else work.pressed_id
        if pressed is not None and pressed == current and await self._edit(work):
            return pressed
        sent = await self._send(work)
        self._remember(work.chat_id, sent.message_id)
        await self._strip(work, {current, work.pressed_id} - {None, sent.message_id})
        return sent.message_id

    async def _leave(self, work: Work) -> None:
        """Whether or not it may say a last word there."""
        await _harmless(self._send(work))
        await _harmless(self._bot.leave_chat(work.chat_id))

    async def _send_file(self, chat_id: int, file: File) -> None:
        content = await asyncio.to_thread(file.make)
        if file.is_picture:
            await self._bot.send_photo(chat_id, content, filename=file.name)
        else:
            await self._bot.send_document(chat_id, content, filename=file.name)

    async def _edit(self, work: Work) -> bool:
        """Whether the message shows the screen now; False asks for a new one."""
        assert work.screen is not None
        try:
            await self._bot.edit_message_text(
                work.screen.text,
                chat_id=work.chat_id,
                message_id=work.pressed_id,
                parse_mode=ParseMode.HTML,
                reply_markup=work.screen.markup(),
            )
        except BadRequest as error:
            return "not modified" in error.message
        return True

    async def _send(self, work: Work) -> Message:
        assert work.screen is not None
        return await self._bot.send_message(
            work.chat_id,
            work.screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=work.screen.markup(),
        )

    async def _strip(self, work: Work, old: set[Any]) -> None:
        """Takes the keyboards off screens that are no longer the current one."""
        calls = (
            _harmless(self._bot.edit_message_reply_markup(work.chat_id, message_id))
            for message_id in old
        )
        await asyncio.gather(*calls)

    def _remember(self, chat_id: int, message_id: int) -> int:
        self._screens[chat_id] = message_id
        self._screens.move_to_end(chat_id)
        if len(self._screens) > REMEMBERED_CHATS:
            self._screens.popitem(last=False)
        return message_id


async def _harmless(call: Awaitable[object]) -> None:
    """A call whose failure changes nothing for the person: an old query, a message that is gone."""
    try:
        await call
    except TelegramError as error:
        log.debug("a call was not taken: %s", type(error).__name__)
