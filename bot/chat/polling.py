"""Fetching updates by long polling: the offset moves only past committed updates."""

import asyncio
import logging
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.chat.intake import Intake
from bot.errors import GalateoError
from bot.storage.writer import Probe, no_probe

log = logging.getLogger(__name__)
POLL_SECONDS = 25
MARGIN_SECONDS = 10
LONGEST_WAIT = 30.0
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")


class PollingError(GalateoError):
    """Polling cannot go on; the text says what to do."""


class Poller:
    """Takes raw updates: the library's own fetcher drops a whole batch when one does not parse.

    `base_url` holds the token: it is in no message of this module.
    """

    def __init__(
        self, request: BaseRequest, base_url: str, intake: Intake, *, probe: Probe = no_probe
    ) -> None:
        self._request, self._base_url = request, base_url
        self._intake, self._probe = intake, probe
        self._offset: int | None = None

    async def run(self) -> None:
        """Until cancelled; raises PollingError when another program polls with this token."""
        wait = 1.0
        while True:
            try:
                await self._fetch()
                wait = 1.0
            except Conflict:
                raise PollingError(
                    "Another program is polling with this BOT_TOKEN: stop it, or give this one "
                    "a token of its own"
                ) from None
            except InvalidToken:
                raise PollingError("Telegram no longer takes this BOT_TOKEN") from None
            except TelegramError as error:
                log.warning("updates could not be fetched: %s", type(error).__name__)
                await asyncio.sleep(_pause(error, wait))
                wait = min(LONGEST_WAIT, wait * 2)

    async def _fetch(self) -> None:
        batch = await self._ask()
        self._probe("after_read")
        taken = self._intake.accept(batch)
        for ticket in taken:
            await ticket.committed.wait()
        if len(taken) < len(batch):
            # Full: the rest is asked for again when there is room.
            await asyncio.sleep(0.1)
        self._probe("before_acknowledge")
        if taken:
            self._offset = max(ticket.update_id for ticket in taken) + 1

    async def _ask(self) -> list[dict[str, Any]]:
        parameters: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": list(ALLOWED)}
        if self._offset is not None:
            parameters["offset"] = self._offset
        answer = await self._request.post(
            f"{self._base_url}/getUpdates",
            RequestData([RequestParameter.from_input(*item) for item in parameters.items()]),
            read_timeout=POLL_SECONDS + MARGIN_SECONDS,
        )
        return [raw for raw in answer if isinstance(raw, dict)] if isinstance(answer, list) else []


def _pause(error: TelegramError, wait: float) -> float:
    if not isinstance(error, RetryAfter):
        return wait
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
