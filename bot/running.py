"""Running the bot: on Telegram, or on the playground's local Telegram."""

import asyncio
import logging
import secrets
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from bot.app import Bot
from bot.delivery.quiet import quiet_library
from bot.errors import GalateoError
from bot.settings import Settings
from bot.storage.writer import Probe, no_probe

if TYPE_CHECKING:
    from bot.playground.server import Playground

log = logging.getLogger(__name__)
PLAYGROUND_TOKEN = "1000:playground"  # noqa: S105 - of the local Telegram, worth nothing elsewhere

# The writer's thread would else keep the event loop waiting five milliseconds at a time.
SWITCH_SECONDS = 0.001
Companion = Callable[[Bot], Coroutine[Any, Any, None]]
CAST = {"Ada": "customer", "Bruno": "operator", "Celina": "moderator", "Dario": "admin"}


async def serve(
    settings: Settings, *, probe: Probe = no_probe, beside: Companion | None = None
) -> None:
    """Until cancelled; then what runs is finished. `beside` runs as long as the bot does."""
    asyncio.get_running_loop().set_exception_handler(_say_kind)
    quiet_library()
    sys.setswitchinterval(SWITCH_SECONDS)
    bot = Bot(settings, probe=probe)
    try:
        await bot.start()
        log.info("serving as bot %d", bot.application.bot.id)
        if bot.features.admin.owner_link:
            typer.echo(f"Whoever opens this first owns the bot: {bot.features.admin.owner_link}")
        companion = asyncio.create_task(beside(bot)) if beside else None
        try:
            await bot.run()
        finally:
            if companion:
                companion.cancel()
    finally:
        await bot.stop()


async def serve_playground(settings: Settings) -> None:
    """The local Telegram, its page, and the bot on it; the page's address is printed."""
    from bot.playground.server import Playground  # noqa: PLC0415 - not part of a bot on Telegram

    folder = settings.data_dir / "playground"
    playground = Playground(token=PLAYGROUND_TOKEN)
    cast = {
        role: playground.person(role, language=settings.default_language, name=name)
        for name, role in CAST.items()
    }
    everybody = cast.values()
    admin, moderator = cast["admin"], cast["moderator"]
    rooms: dict[str, Any] = {
        "channel_id": playground.room("channel", "Stories", admin, members=everybody),
        "moderation_chat_id": playground.room("group", "Moderators", admin, members=[moderator]),
        "admin_ids": (admin.id,),
        "moderator_ids": (),
        "moderation_hours": (),
    }
    try:
        await playground.start(port=settings.playground_port)
    except OSError as error:
        port = settings.playground_port
        raise GalateoError(f"PLAYGROUND_PORT={port} cannot be used: {error.strerror}") from None
    typer.echo(f"Galateo is here: {playground.url}  (only on this computer; Ctrl-C stops it)")
    own = on_playground(settings, playground.url, folder, **rooms)
    try:
        await serve(own, beside=lambda bot: _reload(own, bot, playground))
    finally:
        await playground.stop()


async def _reload(settings: Settings, bot: Bot, playground: "Playground") -> None:
    """What an editor saves, at once; mistakes are told here and on the page."""
    from bot.editing.reloading import Reloaded, Reloader  # noqa: PLC0415 - as above

    def tell(reloaded: Reloaded) -> None:
        playground.notices.tell(reloaded.level, reloaded.title, reloaded.lines)
        typer.echo("\n".join((reloaded.title, *reloaded.lines)))

    reloader = Reloader(settings, bot.serve_from, tell)
    await reloader.begin()
    typer.echo("What you save in templates/ and locales/ is served at once.")
    await reloader.run()


def on_playground(settings: Settings, url: str, folder: Path, **rooms: Any) -> Settings:
    """The same settings for a bot on a local Telegram, with a database and `rooms` of its own.

    Its Telegram forgets everything when it stops, so does this bot: the folder begins anew.
    """
    for old in folder.glob("bot-*.db*"):
        old.unlink()
    changes: dict[str, Any] = {
        "bot_token": PLAYGROUND_TOKEN,
        "telegram_api_url": url,
        "data_dir": folder,
        "database_url": "",
        "webhook_url": "",
        "listen": "off",
        "secret_key": secrets.token_urlsafe(48),
        **rooms,
    }
    return Settings(**{**settings.model_dump(), **changes})


def _say_kind(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Errors nobody awaited: the kind of each, never its text."""
    error = context.get("exception")
    log.error("an error nobody awaited: %s", type(error).__name__)
