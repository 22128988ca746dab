"""redact: personal data out of stories, for other programs."""

import sys
from typing import Annotated, Literal

import typer

Code = Literal["en", "it", "pl"]
app = typer.Typer()


@app.command()
def redact(lang: Annotated[Code, typer.Option(help="The language of the stories.")] = "en") -> None:
    """Mask personal data: lines of JSON in, {"text": …}, and out, {"masked_text": …, "found": […]}."""
    from bot.stories.redaction.lines import redact_lines  # noqa: PLC0415

    wrong = redact_lines(sys.stdin, sys.stdout, sys.stderr, lang)
    sys.exit(1 if wrong else 0)
