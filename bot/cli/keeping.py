"""backup: for whoever keeps the bot."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import GalateoError
from bot.settings import Settings, load_settings

app = typer.Typer()


@app.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Copy the database while the bot runs; the key file is yours to keep apart."""
    from bot.storage.backup import back_up  # noqa: PLC0415 - keeps other commands quick

    asyncio.run(back_up(database_address(load_settings()), file))
    typer.echo(f"{file} holds the database. It does not hold the key (secret.key or SECRET_KEY):")
    typer.echo("without it, drafts and answers in it open for nobody. Keep the two apart.")


def database_address(settings: Settings) -> str:
    """Of the bot that BOT_TOKEN names. Raises GalateoError when nothing says which one."""
    from bot.storage.database import database_url  # noqa: PLC0415 - as above

    token = settings.bot_token.get_secret_value()
    if not token and not settings.database_url:
        raise GalateoError("BOT_TOKEN is empty: it says whose database is meant")
    return database_url(settings.database_url, settings.data_dir, token.partition(":")[0])
