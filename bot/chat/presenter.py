"""Shows screens: edit or send, the latest one wins, what did not arrive stays owed."""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.chat import store
from bot.chat.desk import Desk
from bot.chat.people import store as people
from bot.chat.sender import Sender
from bot.chat.work import Work
from bot.storage.writer import Probe, Writer, no_probe

log = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT, TRIES = 1.0, 60.0, 4


@dataclass
class _Chat:
    waiting: list[Work] = field(default_factory=list)
    task: asyncio.Task[None] | None = None
    tries: int = 0


class Presenter:
    """One sender a chat: works that come in while it sends are answered, and merged to the last."""

    def __init__(self, bot: Bot, writer: Writer, desk: Desk, *, probe: Probe = no_probe) -> None:
        self._writer, self._desk, self._probe = writer, desk, probe
        self._sender = Sender(bot)
        self._chats: dict[int, _Chat] = {}
        self._later: set[asyncio.Task[None]] = set()

    def show(self, work: Work) -> None:
        chat = self._chats.setdefault(work.chat_id, _Chat())
        chat.waiting.append(work)
        if chat.task is None:
            chat.task = asyncio.create_task(self._serve(work.chat_id, chat))

    async def resume(self) -> int:
        """Shows every owed chat its current screen; how many there were."""
        owed = await self._writer.run(store.debts)
        for debt in owed:
            await self._show_again(debt.chat_id)
        return len(owed)

    async def close(self) -> None:
        """Waits for what is being sent; what waits for another try stays owed in the database."""
        while tasks := [chat.task for chat in self._chats.values() if chat.task]:
            await asyncio.wait(tasks)
        for task in self._later:
            task.cancel()
        await asyncio.gather(*self._later, return_exceptions=True)

    async def _serve(self, chat_id: int, chat: _Chat) -> None:
        try:
            while chat.waiting:
                works, chat.waiting = chat.waiting, []
                await self._present(chat, works)
        finally:
            chat.task = None
            if not chat.tries:
                self._chats.pop(chat_id, None)

    async def _present(self, chat: _Chat, works: list[Work]) -> None:
        answering = self._sender.answer([work for work in works if work.callback_id])
        await self._sender.say([work for work in works if work.screen and work.aside])
        screens = [work for work in works if work.screen and not work.aside]
        if not screens:
            await answering
            self._probe("after_answer")
            return
        last = replace(screens[-1], erased=any(work.erased for work in works))
        try:
            _, message_id = await asyncio.gather(answering, self._sender.display(screens))
        except Forbidden:
            chat.tries = 0
            await self._settled(last, block=True)
        except TelegramError as error:
            self._retry_later(chat, last.chat_id, error)
        except Exception as error:  # noqa: BLE001 - a sender that dies would leave its chat mute
            log.error("a screen could not be shown: %s", type(error).__name__)  # noqa: TRY400
            self._retry_later(chat, last.chat_id, error)
        else:
            chat.tries = 0
            self._probe("after_send")
            await self._settled(last, message_id)

    async def _settled(
        self, work: Work, message_id: int | None = None, *, block: bool = False
    ) -> None:
        def unit(connection: Any) -> None:
            store.settle(connection, work.chat_id, work.update_id)
            if block:
                people.block(connection, work.chat_id)
            if message_id is not None and message_id != work.screen_id:
                people.set_screen(connection, work.chat_id, message_id)

        try:
            await self._writer.run(unit)
        except Exception as error:  # noqa: BLE001 - the next screen of this chat must not wait for it
            log.error("a screen was shown and stays owed: %s", type(error).__name__)  # noqa: TRY400
            return
        if work.erased:
            self._writer.wiping.begin()

    def _retry_later(self, chat: _Chat, chat_id: int, error: Exception) -> None:
        """A screen that Telegram refuses is given up until the next start; a network comes back."""
        log.warning("a screen stays owed: %s", type(error).__name__)
        chat.tries += 1
        in_vain = not isinstance(error, TelegramError) or isinstance(error, BadRequest)
        if in_vain and chat.tries > TRIES:
            chat.tries = 0
            return
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (chat.tries - 1))
        if isinstance(error, RetryAfter):
            wait = max(wait, _seconds(error))
        task = asyncio.create_task(self._wait_and_show(chat_id, wait))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _wait_and_show(self, chat_id: int, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self._show_again(chat_id)

    async def _show_again(self, chat_id: int) -> None:
        work = await self._writer.run(lambda connection: self._desk.again(connection, chat_id))
        if work is not None:
            self.show(work)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
