"""run, try: the bot on Telegram or on the playground."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from bot.logs import set_up_logs
from bot.settings import Settings, load_settings

app = typer.Typer()


@app.command()
def run() -> None:
    """Serve Telegram with BOT_TOKEN; without a token, open the playground."""
    settings = load_settings()
    set_up_logs(settings.log_level)
    if settings.bot_token.get_secret_value():
        from bot.running import serve  # noqa: PLC0415 - keeps other commands quick

        until_stopped(serve(settings))
    else:
        _playground(settings)


@app.command(name="try")
def try_out(
    port: Annotated[int | None, typer.Option(help="The page's port; 0: any free one.")] = None,
) -> None:
    """Open the playground: a local Telegram with a chat page, nothing leaves this computer.

    What you save in templates/ and locales/ is served from the next press on.
    """
    given = {} if port is None else {"playground_port": port}
    settings = load_settings(**given)
    set_up_logs(settings.log_level)
    _playground(settings)


def _playground(settings: Settings) -> None:
    from bot.running import serve_playground  # noqa: PLC0415 - keeps other commands quick

    until_stopped(serve_playground(settings))


def until_stopped(work: Coroutine[Any, Any, None]) -> None:
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
