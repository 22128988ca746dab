"""check, texts, new guide, draw, facts due, coach: for those who write guides.

What a command does is imported when it runs, which keeps the others quick.
"""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.settings import load_settings

Code = Literal["en", "it", "pl"]
app = typer.Typer()
new = typer.Typer(help="Make something new, for you to rewrite.", no_args_is_help=True)
facts = typer.Typer(help="The verified facts behind the guides.", no_args_is_help=True)
app.add_typer(new, name="new")
app.add_typer(facts, name="facts")


@app.command()
def check() -> None:
    """Check guides, facts and translations; say file and line of every mistake."""
    from bot.editing.checking import check_content  # noqa: PLC0415

    sys.exit(check_content(load_settings()))


@app.command()
def texts() -> None:
    """Bring the translation files up to date with the texts; say how many wait for words."""
    from bot.editing.texts import update_texts  # noqa: PLC0415

    update_texts(load_settings())


@new.command()
def guide(guide_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """A small guide that works, with its translations; overwrites nothing."""
    from bot.editing.skeleton import new_guide  # noqa: PLC0415

    for path in new_guide(load_settings(), guide_id):
        typer.echo(path)
    typer.echo("Rewrite them; galateo try shows each change at once, galateo check tells mistakes.")


@app.command()
def draw(
    guide_id: Annotated[str, typer.Argument(metavar="ID")],
    language: Annotated[Code, typer.Option(help="Of the texts in the picture.")] = "en",
    output: Annotated[
        Path | None, typer.Option(help="A file .svg, .png or .mmd (Mermaid); else ID.svg here.")
    ] = None,
) -> None:
    """Draw a guide's tree: questions, outcomes, and what leads where."""
    from bot.editing.drawing.draw import draw as draw_guide  # noqa: PLC0415

    file = output or Path(f"{guide_id}.svg")
    draw_guide(load_settings(), guide_id, language, file)
    typer.echo(file)


@facts.command()
def due(days: Annotated[int, typer.Option(help="How far to look ahead.")] = 60) -> None:
    """List the facts that somebody must look at within so many days, the most urgent first."""
    from bot.editing.checking import today  # noqa: PLC0415
    from bot.editing.due import facts_due  # noqa: PLC0415

    found = facts_due(load_settings(), days, today())
    for one in found:
        typer.echo(f"{one}\n")
    shown = sum(bool(one.screens) for one in found)
    typer.echo(f"{len(found)} facts within {days} days, {shown} of them shown somewhere")


@app.command()
def coach(lang: Annotated[Code, typer.Option()] = "en") -> None:
    """Coach opening sentences: lines of JSON in, {"text": …}, and out, {"problems": […]}."""
    from bot.guides.coach import coach_lines, load_coach  # noqa: PLC0415
    from bot.shipped import templates_folder  # noqa: PLC0415

    lists = templates_folder(load_settings().templates_dir) / "coach"
    wrong = coach_lines(load_coach(lists), sys.stdin, sys.stdout, lang)
    sys.exit(1 if wrong else 0)
