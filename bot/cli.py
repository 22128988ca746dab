"""The command `galateo`."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from bot.errors import GalateoError
from bot.logs import set_up_logs
from bot.settings import Settings, load_settings

app = typer.Typer(
    name="galateo",
    help="A Telegram bot that stands by people who deal with call centers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.command()
def run() -> None:
    """Serve Telegram with BOT_TOKEN; without a token, open the playground."""
    settings = load_settings()
    set_up_logs(settings.log_level)
    if settings.bot_token.get_secret_value():
        from bot.running import serve  # noqa: PLC0415 - keeps other commands quick

        _until_stopped(serve(settings))
    else:
        _playground(settings)


@app.command(name="try")
def try_out(
    port: Annotated[int | None, typer.Option(help="The page's port; 0: any free one.")] = None,
) -> None:
    """Open the playground: a local Telegram with a chat page, nothing leaves this computer."""
    given = {} if port is None else {"playground_port": port}
    settings = load_settings(**given)
    set_up_logs(settings.log_level)
    _playground(settings)


@app.command()
def check() -> None:
    """Check guides, facts and translations; say file and line of every mistake."""
    from bot.checking import check_content  # noqa: PLC0415 - keeps other commands quick

    sys.exit(check_content(load_settings()))


@app.command()
def texts() -> None:
    """Bring the translation files up to date with the texts; say how many wait for words."""
    from bot.checking import update_texts  # noqa: PLC0415 - keeps other commands quick

    update_texts(load_settings())


def _playground(settings: Settings) -> None:
    from bot.running import serve_playground  # noqa: PLC0415 - keeps other commands quick

    _until_stopped(serve_playground(settings))


def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Runs until SIGTERM or SIGINT, which let it finish what runs."""

    async def main() -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            return

    asyncio.run(main())


def main() -> None:
    try:
        app()
    except GalateoError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
