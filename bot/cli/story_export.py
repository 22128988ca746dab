"""stories export: all that is published, for other programs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.settings import load_settings

app = typer.Typer(help="The published stories.", no_args_is_help=True)


@app.callback()
def stories() -> None:
    """The published stories."""


@app.command()
def export(
    form: Annotated[
        Literal["jsonl", "atom"], typer.Option("--format", help="JSON Lines, or an Atom feed.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option(help="A file; else they are printed here.")] = None,
) -> None:
    """Write every published story; of a withdrawn one only its number. The bot may run meanwhile."""
    from bot.stories.export.command import export_stories  # noqa: PLC0415

    count = export_stories(load_settings(), form, output)
    typer.echo(f"{count} stories", err=True)
