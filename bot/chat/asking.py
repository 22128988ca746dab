"""Calls without which there is no start, and what is said where one is refused."""

from collections.abc import Awaitable

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.errors import GalateoError


async def ask(call: Awaitable[object]) -> None:
    """Raises GalateoError with the setting to look at."""
    refusal = await _refusal(call)
    if refusal:  # raised out here: the library's error has the token in its text
        raise GalateoError(refusal)


async def _refusal(call: Awaitable[object]) -> str:
    try:
        await call
    except InvalidToken:
        return "BOT_TOKEN was refused by Telegram: copy it once more from @BotFather"
    except BadRequest:
        return "WEBHOOK_URL was refused by Telegram: it takes https on port 443, 80, 88 or 8443"
    except TelegramError as error:
        return (
            f"Telegram cannot be reached ({type(error).__name__}): "
            "check the network and TELEGRAM_API_URL"
        )
    return ""
