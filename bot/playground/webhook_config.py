"""What setWebhook left behind."""

from dataclasses import dataclass
from typing import Any

from bot.playground.signals import Signal

DEFAULT_CONNECTIONS = 40


@dataclass
class WebhookConfig:
    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    allowed_updates: tuple[str, ...] = ()
    last_error_date: int | None = None
    last_error_message: str = ""

    def __post_init__(self) -> None:
        self.changed = Signal()
        self.disappointed = Signal()

    def set(
        self,
        url: str,
        *,
        secret_token: str = "",
        max_connections: int = DEFAULT_CONNECTIONS,
        allowed_updates: tuple[str, ...] = (),
    ) -> None:
        """An empty address takes the webhook away."""
        self.url = url
        self.secret_token = secret_token
        self.max_connections = max_connections
        self.allowed_updates = allowed_updates
        self.last_error_date = None
        self.last_error_message = ""
        self.changed.notify()

    def failed(self, at: float, reason: str) -> None:
        self.last_error_date = int(at)
        self.last_error_message = reason
        self.disappointed.notify()

    def json(self, pending: int) -> dict[str, Any]:
        shaped: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": pending,
        }
        if self.url:
            shaped |= {"max_connections": self.max_connections, "ip_address": "127.0.0.1"}
            if self.allowed_updates:
                shaped["allowed_updates"] = list(self.allowed_updates)
        if self.last_error_date is not None:
            shaped["last_error_date"] = self.last_error_date
            shaped["last_error_message"] = self.last_error_message
        return shaped
