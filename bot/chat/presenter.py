"""Shows screens: edit or send, the latest one wins, what did not arrive stays owed."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import Bot, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.chat import people, store
from bot.chat.desk import Desk, Work
from bot.storage.writer import Probe, Writer, no_probe

log = logging.getLogger(__name__)
REMEMBERED_CHATS = 20_000
FIRST_WAIT, LONGEST_WAIT, TRIES = 1.0, 60.0, 8


@dataclass
class _Chat:
    waiting: list[Work] = field(default_factory=list)
    task: asyncio.Task[None] | None = None
    tries: int = 0


class Presenter:
    """One sender a chat: works that come in while it sends are answered, and merged to the last."""

    def __init__(self, bot: Bot, writer: Writer, desk: Desk, *, probe: Probe = no_probe) -> None:
        self._bot, self._writer, self._desk, self._probe = bot, writer, desk, probe
        self._chats: dict[int, _Chat] = {}
        self._screens: OrderedDict[int, int] = OrderedDict()
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
        for task in self._later:
            task.cancel()
        while tasks := [chat.task for chat in self._chats.values() if chat.task]:
            await asyncio.wait(tasks)

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
        last = works[-1]
        answers = [self._answer(work) for work in works if work.callback_id]
        try:
            shown = self._display(last, [work for work in works if work.screen])
            *_, message_id = await asyncio.gather(*answers, shown)
        except Forbidden:
            await self._settled(last, block=True)
        except TelegramError as error:
            self._retry_later(chat, last.chat_id, error)
        except Exception as error:  # noqa: BLE001 - a sender that dies would leave its chat mute
            log.error("a screen could not be shown: %s", type(error).__name__)  # noqa: TRY400
            self._retry_later(chat, last.chat_id, None)
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

        await self._writer.run(unit)

    async def _answer(self, work: Work) -> None:
        answer = self._bot.answer_callback_query(
            str(work.callback_id), text=work.toast or None, show_alert=work.alert or None
        )
        await _harmless(answer)

    async def _display(self, last: Work, works: list[Work]) -> int | None:
        """The id of the message that shows the screen now; None where there was none to show."""
        if not works:
            return None
        work = replace(works[-1], fresh=any(one.fresh for one in works))
        for one in works:
            for message_id in one.delete:
                await _harmless(self._bot.delete_message(work.chat_id, message_id))
            for file in one.screen.files if one.screen else ():
                await self._bot.send_document(work.chat_id, file.content, filename=file.name)
        current = self._screens.get(work.chat_id, work.screen_id)
        edits = not work.fresh and work.pressed_id is not None and work.pressed_id == current
        if edits and await self._edit(work):
            return current
        sent = await self._send(work)
        self._remember(work.chat_id, sent.message_id)
        await self._strip(work, {current, work.pressed_id} - {None, sent.message_id})
        if last.leave:
            await _harmless(self._bot.leave_chat(work.chat_id))
        return sent.message_id

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

    def _retry_later(self, chat: _Chat, chat_id: int, error: TelegramError | None) -> None:
        log.warning("a screen stays owed: %s", type(error).__name__)
        chat.tries += 1
        if chat.tries > TRIES:
            self._chats.pop(chat_id, None)
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


async def _harmless(call: Awaitable[object]) -> None:
    """A call whose failure changes nothing for the person: an old query, a message that is gone."""
    try:
        await call
    except TelegramError as error:
        log.debug("a call was not taken: %s", type(error).__name__)


Show = Callable[[Work], None]
