"""backup: for whoever keeps the bot."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import load_settings

app = typer.Typer()


@app.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Copy the database while the bot runs; the key file is yours to keep apart."""
    from bot.storage.backup import back_up  # noqa: PLC0415 - keeps other commands quick
    from bot.storage.reading import address_in  # noqa: PLC0415 - as above

    asyncio.run(back_up(address_in(load_settings()), file))
    typer.echo(f"{file} holds the database. It does not hold the key (secret.key or SECRET_KEY):")
    typer.echo("without it, drafts and answers in it open for nobody. Keep the two apart.")
