"""The command `galateo`: `serving` runs the bot, `editing` is for those who write its guides."""

import sys

import typer

from bot.cli import editing, keeping, numbers, redacting, serving, story_export
from bot.errors import GalateoError

app = typer.Typer(
    name="galateo",
    help="A Telegram bot that stands by people who deal with call centers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(serving.app)
app.add_typer(editing.app)
app.add_typer(keeping.app)
app.add_typer(redacting.app)
app.add_typer(numbers.app)
app.add_typer(story_export.app, name="stories")


def main() -> None:
    try:
        app()
    except GalateoError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
