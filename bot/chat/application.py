"""The library's application, with this bot's own HTTP and gate, and without its updater and jobs."""

from typing import Any, TypeAlias

from telegram.ext import Application, ApplicationBuilder

from bot.delivery.gate import Gate
from bot.delivery.http import AiohttpRequest
from bot.settings import Settings

AnyApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


def application_of(
    settings: Settings, gate: Gate, polling: AiohttpRequest, calls: AiohttpRequest
) -> AnyApplication:
    """`polling` waits for updates; every other call goes by `calls`."""
    address = settings.telegram_api_url
    return (
        ApplicationBuilder()
        .token(settings.bot_token.get_secret_value())
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .request(calls)
        .get_updates_request(polling)
        .rate_limiter(gate)
        .updater(None)
        .job_queue(None)
        .build()
    )
