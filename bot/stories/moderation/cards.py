"""The worker of the cards: sends new ones, draws anew what has changed, clears what is decided."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.chat.screens import Screen
from bot.chat.worker import Worker
from bot.delivery.gate import Lane
from bot.storage.writer import Writer
from bot.stories.moderation.card import Card
from bot.stories.moderation.drawing import Drawing, Job
from bot.stories.publishing.channel.failures import Failure, failure_of
from bot.stories.publishing.channel.pauses import Pauses

log = logging.getLogger(__name__)
EVERY_SECONDS = 5.0
LONGEST_SECONDS = 600.0
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Cards:
    """What a chat refuses, or a chat that refuses all, is left alone for `pauses`."""

    def __init__(self, bot: ExtBot[Lane], writer: Writer, drawing: Drawing, pauses: Pauses) -> None:
        self._bot, self._writer, self._drawing, self._pauses = bot, writer, drawing, pauses
        self._workers = (
            Worker("cards", partial(self._round, sending=False), EVERY_SECONDS),
            Worker("new cards", partial(self._round, sending=True), EVERY_SECONDS),
        )

    def wake(self) -> None:
        for worker in self._workers:
            worker.wake()

    async def run(self) -> None:
        """Until cancelled. New ones wait for their turn in a chat, what was pressed does not."""
        await asyncio.gather(*(worker.run() for worker in self._workers))

    async def once(self) -> int:
        """How many were sent or edited. Raises what Telegram raises when it must be waited for."""
        edited = await self._round(sending=False)
        return edited + await self._round(sending=True) + await self._round(sending=False)

    async def _round(self, *, sending: bool) -> int:
        done = 0
        while job := await self._next(sending=sending):
            done += await self._show(job)
        return done

    async def _next(self, *, sending: bool) -> Job | None:
        return await self._writer.run(
            lambda connection: self._drawing.next(connection, self._waits, sending=sending)
        )

    def _waits(self, card: Card) -> bool:
        return not (self._pauses.over(card.chat) and self._pauses.over(card.id))

    async def _show(self, job: Job) -> bool:
        """False when it is to be tried later."""
        try:
            await self._bring(job)
        except (BadRequest, ChatMigrated, Forbidden) as error:
            return await self._refused(job, error)
        self._pauses.end(job.card.chat)
        self._pauses.end(job.card.id)
        return True

    async def _refused(self, job: Job, error: TelegramError) -> bool:
        failure, card = failure_of(error), job.card
        is_closed = failure is Failure.CLOSED
        if failure is Failure.UNCHANGED:
            await self._unit(self._drawing.edited, job)
        elif is_closed and await self._writer.run(lambda c: self._drawing.given_up(c, card)):
            return True
        elif card.message is not None and job.left is None and not is_closed:
            await self._unit(self._drawing.lost, job)
        else:
            log.warning("a card waits: %s", type(error).__name__)
            self._pauses.fail(card.chat if is_closed else card.id, LONGEST_SECONDS)
            return False
        return True

    async def _bring(self, job: Job) -> None:
        card, message = job.card, job.card.message
        if message is not None and job.left is None:
            await self._edit(card.chat, message, job.screen)
            await self._unit(self._drawing.edited, job)
            return
        sent = await self._bot.send_message(
            card.chat,
            job.screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=job.screen.markup(),
            link_preview_options=NO_PREVIEW,
            rate_limit_args=Lane.BULK,
        )
        await self._writer.run(lambda c: self._drawing.sent(c, job, sent.message_id))
        if message is not None and job.left is not None:
            with contextlib.suppress(BadRequest):
                await self._edit(card.chat, message, job.left)

    async def _edit(self, chat: int, message: int, screen: Screen) -> None:
        await self._bot.edit_message_text(
            screen.text,
            chat_id=chat,
            message_id=message,
            parse_mode=ParseMode.HTML,
            reply_markup=screen.markup(),
            link_preview_options=NO_PREVIEW,
        )

    async def _unit(self, unit: Callable[[Connection, Job], None], job: Job) -> None:
        await self._writer.run(lambda connection: unit(connection, job))
