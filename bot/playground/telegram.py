"""The state of the local Telegram: what a bot and its people would find there."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.playground.callbacks import Callbacks
from bot.playground.chats import User
from bot.playground.events import Events
from bot.playground.faults import Fault, FaultRule, Faults
from bot.playground.files import Files
from bot.playground.floods import FloodLimits, Floods
from bot.playground.menus import Menus
from bot.playground.messages import Messages
from bot.playground.registry import Registry
from bot.playground.updates import Updates
from bot.playground.webhook_config import WebhookConfig

Json = dict[str, Any]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Call:
    """A call the bot made; `at` is monotonic time."""

    method: str
    chat_id: int | str | None
    ok: bool
    error_code: int | None
    at: float
    description: str = ""


class Telegram:
    """`clock` gives unix seconds; limits, dates and expiries all follow it."""

    def __init__(
        self,
        token: str,
        *,
        clock: Clock = time.time,
        limits: FloodLimits | None = None,
        folder: Path | None = None,
    ) -> None:
        self.token = token
        self.clock = clock
        bot_id = token.partition(":")[0]
        self.bot = User(
            int(bot_id) if bot_id.isdecimal() else 1,
            "Galateo",
            role="bot",
            username="galateo_playground_bot",
        )
        self.registry = Registry(self.bot)
        self.events = Events()
        self.updates = Updates()
        self.messages = Messages(self.bot, self.events, clock)
        self.callbacks = Callbacks(clock)
        self.files = Files(folder)
        self.menus = Menus()
        self.webhook = WebhookConfig()
        self.floods = Floods(limits or FloodLimits(), clock)
        self.faults = Faults()
        self.calls: list[Call] = []
        self.pollers = 0  # how many getUpdates there were; the newest one holds the line

    @property
    def pending_updates(self) -> int:
        return len(self.updates)

    def gap(self, size: int) -> None:
        """Makes update ids jump, as they do after a week without updates."""
        self.updates.gap(size)

    def inject(self, update: Json) -> int | None:
        """Queues a raw update and answers its id; None when the bot did not allow its kind."""
        return self.updates.add(update, self.clock())

    def fail_next(
        self,
        method: str,
        chat_id: int | None,
        error_code: int,
        description: str,
        retry_after: int | None = None,
        times: int = 1,
    ) -> None:
        """The next `times` calls of the method ("*" for any; in any chat for None) are refused."""
        fault = Fault.refusal(error_code, description, retry_after)
        self.faults.order(method, chat_id, fault, times)

    @property
    def fault(self) -> FaultRule | None:
        return self.faults.rule

    @fault.setter
    def fault(self, rule: FaultRule | None) -> None:
        self.faults.rule = rule

    def user_json(self, user_id: int) -> Json | None:
        user = self.registry.people.get(user_id)
        return user.json() if user is not None else None
