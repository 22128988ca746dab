"""The commands as somebody types them, each in an empty folder."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parents[1]


async def galateo(folder: Path, *words: str, **settings: str) -> asyncio.subprocess.Process:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", *words, cwd=folder, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def test_run_without_a_token_opens_the_playground_and_prints_its_address(
    tmp_path: Path,
) -> None:
    running = await galateo(tmp_path, "run", PLAYGROUND_PORT="0", PYTHONUNBUFFERED="1")
    assert running.stdout is not None
    line = (await asyncio.wait_for(running.stdout.readline(), 20)).decode()
    address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        assert "Playground" in await answer.text()
    running.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running.wait(), 10) == 0


async def test_a_wrong_setting_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    running = await galateo(tmp_path, "run", BOT_TOKEN="not a token")
    _, errors = await running.communicate()
    assert running.returncode == 1
    assert errors.decode().startswith("BOT_TOKEN has a value it cannot take. It takes the token")
    assert b"not a token" not in errors


async def test_an_unreachable_telegram_is_said(tmp_path: Path) -> None:
    running = await galateo(
        tmp_path, "run", BOT_TOKEN="1000:abcdef", TELEGRAM_API_URL="http://127.0.0.1:9"
    )
    _, errors = await running.communicate()
    assert running.returncode == 1
    assert b"TELEGRAM_API_URL" in errors
    assert b"abcdef" not in errors


async def test_check_finds_no_error_in_what_is_shipped(tmp_path: Path) -> None:
    running = await galateo(tmp_path, "check")
    output, _ = await running.communicate()
    assert running.returncode == 0, output.decode()[-3000:]
    assert b"0 errors" in output


async def test_check_names_file_and_line_of_a_broken_guide(tmp_path: Path) -> None:
    guides = tmp_path / "templates" / "guides"
    guides.mkdir(parents=True)
    (guides / "bad.yaml").write_text("id: bad\ntitle: [1\n")
    running = await galateo(tmp_path, "check", TEMPLATES_DIR=str(tmp_path / "templates"))
    output, _ = await running.communicate()
    assert running.returncode == 1
    assert b"bad.yaml:3" in output or b"bad.yaml:2" in output
