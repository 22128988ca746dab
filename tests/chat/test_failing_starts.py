"""A start that fails says why in one sentence, and nothing secret."""

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from bot.app import Bot
from bot.errors import GalateoError
from bot.playground.server import Playground
from bot.settings import load_settings
from tests.chat.leaks import Leaks, told
from tests.chat.process import bot_process
from tests.chat.stage import CORE, FAULTS, SECRET, TOKEN, Stage

FAILING_STARTS: dict[str, tuple[dict[str, object], str]] = {
    "no server": ({"telegram_api_url": "http://127.0.0.1:1"}, "cannot be reached"),
    "another token": ({"bot_token": f"7012345678:{SECRET}x"}, "BOT_TOKEN was refused"),
    "no token": ({"bot_token": f"{TOKEN} {CORE}"}, "BOT_TOKEN has a value it cannot take"),
    "no secret": ({"secret_key": CORE}, "SECRET_KEY has a value it cannot take"),
    "no level": ({"log_level": CORE}, "LOG_LEVEL has a value it cannot take"),
    "no folder": ({"data_dir": "/dev/null/x"}, "cannot be used"),
    "no templates": ({"templates_dir": "/nowhere"}, "/nowhere"),
    "no database": ({"database_url": f"postgresql://u:{SECRET}@h/{CORE}"}, "DATABASE_URL has"),
}


@pytest.mark.parametrize("name", FAILING_STARTS)
async def test_a_start_that_fails(telegram: Playground, tmp_path: Path, name: str) -> None:
    changes, words = FAILING_STARTS[name]
    await _fails(telegram, tmp_path, words, **changes)


async def test_a_port_that_is_taken(telegram: Playground, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        await _fails(telegram, tmp_path, "cannot be used", listen=f"127.0.0.1:{port}")


async def test_a_second_process(stage: Stage) -> None:
    await _fails(stage.playground, stage.folder, "Another Galateo is running")


async def test_no_part_of_the_error_tells_more_than_its_sentence(
    telegram: Playground, tmp_path: Path
) -> None:
    """Nor what came before it, which a collector of errors would follow."""
    given: dict[str, Any] = {"bot_token": TOKEN, "data_dir": tmp_path, "_env_file": None}
    changes: list[dict[str, Any]] = [
        {"telegram_api_url": "http://127.0.0.1:1"},
        {"telegram_api_url": telegram.url, "bot_token": f"7012345678:{SECRET}x"},
    ]
    for change in changes:
        bot = Bot(load_settings(**{**given, **change}))
        with pytest.raises(GalateoError) as caught:
            await bot.start()
        await bot.stop()
        assert Leaks({"token": SECRET}).found_in(told(caught.value)) == []
    with pytest.raises(GalateoError) as caught:
        load_settings(**{**given, "bot_token": f"{TOKEN} "})
    assert Leaks({"token": SECRET}).found_in(told(caught.value)) == []


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("getMe", "junk"),
        ("deleteWebhook", "refused"),
        ("deleteWebhook", "server"),
        ("getUpdates", "unknown"),
    ],
)
async def test_a_telegram_that_refuses_from_the_start(
    telegram: Playground, tmp_path: Path, method: str, name: str
) -> None:
    """It stops with a sentence, or it serves when Telegram is well again."""
    telegram.telegram.faults.order(method, None, FAULTS[name], 1)
    settings = {"bot_token": TOKEN, "telegram_api_url": telegram.url, "listen": "off"}
    leaks = Leaks({"core": CORE, "token": SECRET})
    async with bot_process(tmp_path, **settings) as process:
        person = telegram.person(name=CORE)
        answered = asyncio.create_task(person.send("/start", within=20))
        ended = asyncio.create_task(process.ended())
        await asyncio.wait([answered, ended], return_when=asyncio.FIRST_COMPLETED)
        answered.cancel()
        if not ended.done():
            await process.stop()
        await ended
    assert leaks.found_in(process.output) == []
    assert "stopped by an error" not in process.output


async def _fails(telegram: Playground, folder: Path, words: str, **changes: object) -> None:
    settings = {"bot_token": TOKEN, "telegram_api_url": telegram.url, "listen": "off", **changes}
    async with bot_process(folder, **settings) as process:
        assert await process.ended() == 1
    assert words in process.output
    assert "stopped by an error" not in process.output  # a sentence, not a crash
    assert Leaks({"core": CORE, "token": SECRET}).found_in(process.output) == []
