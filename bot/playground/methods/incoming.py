"""How updates reach the bot: getUpdates and the webhook; and answers to presses."""

import re
from typing import Any
from urllib.parse import urlsplit

from telegram.constants import CallbackQueryLimit, PollingLimit, WebhookLimit

from bot.playground.chats import Json
from bot.playground.methods.spec import Method, Methods
from bot.playground.parameters import Parameters
from bot.playground.polling import Described, poll
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram
from bot.playground.updates import KINDS
from bot.playground.webhook_config import DEFAULT_CONNECTIONS

LONGEST_POLL = 50
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SECRET = re.compile(rf"[A-Za-z0-9_-]{{0,{WebhookLimit.MAX_SECRET_TOKEN_LENGTH}}}")


def _kinds(params: Parameters) -> tuple[str, ...] | None:
    """None when they were not told and stay as they are."""
    kinds = params.structure("allowed_updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list) or set(kinds) - KINDS:
        raise bad_request("can't parse allowed updates: expected an Array of update names")
    return tuple(kinds)


async def get_updates(telegram: Telegram, params: Parameters) -> list[Json]:
    kinds = _kinds(params)
    limit = params.integer("limit") or PollingLimit.MAX_LIMIT
    if not PollingLimit.MIN_LIMIT <= limit <= PollingLimit.MAX_LIMIT:
        limit = PollingLimit.MAX_LIMIT
    seconds = max(0, min(params.integer("timeout") or 0, LONGEST_POLL))
    return await poll(telegram, params.integer("offset") or 0, int(limit), seconds, kinds)


def set_webhook(telegram: Telegram, params: Parameters) -> Described:
    url = params.text("url")
    if not url:
        return delete_webhook(telegram, params)
    address = urlsplit(url)
    if address.scheme not in ("http", "https") or address.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the playground delivers to loopback addresses alone")
    secret = params.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.integer("max_connections") or DEFAULT_CONNECTIONS
    kinds = _kinds(params)
    if kinds is not None:
        telegram.updates.allow(kinds)
    same = telegram.webhook.url == url
    telegram.updates.arrived.notify()
    telegram.webhook.set(
        url,
        secret_token=secret,
        max_connections=max(1, min(connections, int(WebhookLimit.MAX_CONNECTIONS_LIMIT))),
        allowed_updates=telegram.webhook.allowed_updates if kinds is None else kinds,
    )
    _drop(telegram, params)
    return Described(True, "Webhook is already set" if same else "Webhook was set")


def delete_webhook(telegram: Telegram, params: Parameters) -> Described:
    had = bool(telegram.webhook.url)
    telegram.webhook.set("")
    _drop(telegram, params)
    return Described(True, "Webhook was deleted" if had else "Webhook is already deleted")


def _drop(telegram: Telegram, params: Parameters) -> None:
    if params.flag("drop_pending_updates"):
        telegram.updates.clear()


def get_webhook_info(telegram: Telegram, _params: Parameters) -> Json:
    return telegram.webhook.json(telegram.pending_updates)


def answer_callback_query(telegram: Telegram, params: Parameters) -> bool:
    text = params.text("text")
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    press = telegram.callbacks.answered(params.text("callback_query_id"))
    answer: dict[str, Any] = {
        "text": text,
        "alert": params.flag("show_alert"),
        "url": params.text("url"),
    }
    telegram.events.tell(
        [press.person], "answer", chat_id=press.chat_id, callback_query_id=press.id, **answer
    )
    return True


METHODS: Methods = {
    "getUpdates": Method(get_updates, frozenset({"offset", "limit", "timeout", "allowed_updates"})),
    "setWebhook": Method(
        set_webhook,
        frozenset(
            {
                "url",
                "certificate",
                "ip_address",
                "max_connections",
                "allowed_updates",
                "drop_pending_updates",
                "secret_token",
            }
        ),
    ),
    "deleteWebhook": Method(delete_webhook, frozenset({"drop_pending_updates"})),
    "getWebhookInfo": Method(get_webhook_info),
    "answerCallbackQuery": Method(
        answer_callback_query,
        frozenset({"callback_query_id", "text", "show_alert", "url", "cache_time"}),
    ),
}
