"""stats: the numbers of the bot, beside it."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.settings import load_settings

app = typer.Typer()


@app.command()
def stats(
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Count people, guides, stories and broadcasts, never who. The bot may run meanwhile."""
    from bot.statistics.printing import as_json_text, as_table, read_numbers  # noqa: PLC0415

    numbers = read_numbers(load_settings(), datetime.now(UTC).date())
    typer.echo(as_json_text(numbers) if as_json else as_table(numbers))
