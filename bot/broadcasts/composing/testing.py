"""The test: the versions copied to their author, as everybody would get them."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy import Connection

from bot.broadcasts.composing import store
from bot.broadcasts.composing.drafts import Draft
from bot.broadcasts.composing.words import version_name
from bot.broadcasts.sending.calls import Calls, Delivered
from bot.broadcasts.sending.contents import Footer
from bot.broadcasts.sending.failures import Failure, Rule
from bot.chat.screens import Button
from bot.chat.telling import Telling
from bot.chat.worker import Worker
from bot.storage.writer import Writer

log = logging.getLogger(__name__)
EVERY_SECONDS = 60.0


class Tests:
    """What is asked for is in memory alone: after a restart the admin presses again."""

    __test__ = False

    def __init__(
        self,
        calls: Calls,
        writer: Writer,
        telling: Telling,
        footer: Footer,
    ) -> None:
        self._calls, self._writer, self._telling, self._footer = calls, writer, telling, footer
        self._asked: dict[int, tuple[Draft, str]] = {}
        self._worker = Worker("broadcast tests", self._once, EVERY_SECONDS)

    @property
    def run(self) -> Callable[[], Coroutine[Any, Any, None]]:
        return self._worker.run

    def ask(self, draft: Draft, language: str) -> None:
        """From the unit of the press; `language` is that of who pressed."""
        self._asked[draft.id] = (draft, language)
        self._worker.wake()

    async def _once(self) -> None:
        while self._asked:
            _, (draft, language) = self._asked.popitem()
            await self._test(draft, language)

    async def _test(self, draft: Draft, language: str) -> None:
        """The first version that cannot be copied ends it. What goes to everybody else speaks,
        below, the author's language: each reader gets theirs.
        """
        for code, content in sorted(draft.contents.items()):
            await self._calls.turn(draft.author, content.cost)
            footer = self._footer(draft.id, code or language, content.buttons)
            outcome = await self._calls.deliver(draft.author, content, footer)
            if isinstance(outcome, Failure) or outcome.missing:
                log.warning("a test failed: %s", _reason(outcome))
                await self._tell(draft, "source" if _is_gone(outcome) else "failed", code)
                return
        await self._tell(draft, "passed")

    async def _tell(self, draft: Draft, what: str, code: str = "") -> None:
        """What became of it, below the copies, with the way on."""

        def unit(connection: Connection) -> None:
            told = what
            if what == "passed" and not store.note_tested(connection, draft.id, draft.revision):
                told = "changed"
            self._telling.person(
                connection,
                draft.author,
                lambda language: language.page(
                    "broadcast_tested", what=told, version=version_name(code, language)
                ),
                lambda language: [Button(language.say("‹ To the draft"), "bc:open")],
            )

        await self._writer.run(unit)


def _is_gone(outcome: Delivered | Failure) -> bool:
    if isinstance(outcome, Failure):
        return outcome.rule is Rule.SOURCE
    return outcome.missing == "source"


def _reason(outcome: Delivered | Failure) -> str:
    return outcome.reason if isinstance(outcome, Failure) else outcome.missing
