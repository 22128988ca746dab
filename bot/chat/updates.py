"""Where updates come from: Telegram brings them to an address, or they are fetched."""

import asyncio

from telegram import Bot
from telegram.request import BaseRequest

from bot.chat.asking import ask
from bot.chat.intake import Intake
from bot.chat.polling import ALLOWED, Poller
from bot.chat.server import WEBHOOK_PATH
from bot.storage.writer import Probe, no_probe

CONNECTIONS = 40  # as many as Telegram opens unless told; the intake bounds what runs


async def take_by_webhook(bot: Bot, address: str, secret: str) -> None:
    """Until cancelled, while the server takes what comes. Raises GalateoError."""
    await ask(
        bot.set_webhook(
            address + WEBHOOK_PATH,
            secret_token=secret,
            allowed_updates=list(ALLOWED),
            max_connections=CONNECTIONS,
        )
    )
    await asyncio.Event().wait()


async def take_by_polling(
    bot: Bot, request: BaseRequest, intake: Intake, probe: Probe = no_probe
) -> None:
    """Until cancelled. Raises GalateoError, PollingError among them."""
    await ask(bot.delete_webhook())
    await Poller(request, bot.base_url, intake, probe=probe).run()
