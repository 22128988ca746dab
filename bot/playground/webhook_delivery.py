"""Telegram's side of a webhook: updates are posted until the bot answers 2xx."""

import asyncio
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.playground.telegram import Telegram

Json = dict[str, Any]
ANSWER_SECONDS = 60.0
LONGEST_PAUSE = 60.0
LOOKED_AT = 1000  # the oldest ones; a flood of one chat must not make each delivery slow


def update_key(update: Json) -> Any:
    """Updates with one key are delivered one after another: the chat's, else the person's."""
    for content in update.values():
        if isinstance(content, dict):
            holder = content.get("message", content)
            return holder.get("chat", {}).get("id") or content.get("from", {}).get("id")
    return None


@dataclass
class WebhookDelivery:
    """`first_pause` seconds after a failure, twice as many after the next, and so on."""

    telegram: Telegram
    first_pause: float = 1.0
    _tasks: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _busy: set[Any] = field(default_factory=set)
    _keys: dict[int, Any] = field(default_factory=dict)

    async def run(self) -> None:
        """Until cancelled."""
        async with ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS)) as session:
            try:
                while True:
                    self._start(session)
                    await self._something()
            finally:
                for task in self._tasks.values():
                    task.cancel()
                await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _something(self) -> None:
        """An update came, the webhook changed, or a delivery ended."""
        waits = [self.telegram.updates.arrived.next(), self.telegram.webhook.changed.next()]
        try:
            await asyncio.wait([*waits, *self._tasks.values()], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _start(self, session: ClientSession) -> None:
        self._tasks = {number: task for number, task in self._tasks.items() if not task.done()}
        webhook = self.telegram.webhook
        if not webhook.url:
            return
        waiting = set(self._busy)
        for update in islice(self.telegram.updates, LOOKED_AT):
            if len(self._tasks) >= webhook.max_connections:
                return
            number = update["update_id"]
            if number not in self._keys:
                self._keys[number] = update_key(update)
            key = self._keys[number]
            if number in self._tasks or key in waiting:
                continue
            waiting.add(key)
            self._busy.add(key)
            self._tasks[number] = asyncio.create_task(self._deliver(session, update, key))

    async def _deliver(self, session: ClientSession, update: Json, key: Any) -> None:
        webhook = self.telegram.webhook
        pause, url = self.first_pause, webhook.url
        try:
            while webhook.url == url and update["update_id"] in self.telegram.updates:
                if await self._post(session, update):
                    self.telegram.updates.confirm(update["update_id"])
                    return
                await webhook.changed.wait(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        finally:
            self._busy.discard(key)
            self._keys.pop(update["update_id"], None)

    async def _post(self, session: ClientSession, update: Json) -> bool:
        webhook = self.telegram.webhook
        headers = {}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        try:
            async with session.post(webhook.url, json=update, headers=headers) as answer:
                if answer.ok:
                    return True
                reason = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError):
            reason = "Connection failed"
        webhook.failed(self.telegram.clock(), reason)
        return False
