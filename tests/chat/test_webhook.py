"""The door that Telegram knocks at: who may come in, with what, and how."""

import asyncio
import hmac
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app import Bot
from bot.chat.server import LARGEST_UPDATE, SECRET_HEADER, WEBHOOK_PATH
from bot.playground.server import Playground
from tests.chat.served import served

UPDATE = b'{"update_id": 500000001}'
NO_UPDATES = (
    b"", b"{", b"null", b"[]", b"1", b'"x"', b"{}", b'{"update_id": "1"}', b'{"update_id": -1}',
    b'{"update_id": 1.5}', b'{"update_id": true}', b'{"update_id": null}', b"\xff\xfe\x00",
    b'{"update_id": 9223372036854775808}', b'{"update_id": ' + b"9" * 5000 + b"}",
    b"[" * 200_000, b'{"a":' * 50_000, b'{"update_id": NaN}', UPDATE + UPDATE,
)  # fmt: skip


@pytest.fixture
async def bot(playground: Playground, tmp_path: Path) -> AsyncIterator[Bot]:
    async with served(playground, tmp_path, "webhook") as bot:
        await playground.person().send("/start")
        yield bot


async def knock(
    bot: Bot, body: bytes = UPDATE, *, secret: bytes | None = None, method: str = "POST"
) -> int:
    given = bot.secret.encode() if secret is None else secret
    headers = {SECRET_HEADER: given.decode(errors="surrogateescape")} if given else {}
    url = f"http://127.0.0.1:{bot.server.port}{WEBHOOK_PATH}"
    async with (
        ClientSession() as session,
        session.request(method, url, data=BytesIO(body), headers=headers) as answer,
    ):
        assert not await answer.read() or answer.status != 200
        return answer.status


async def test_telegram_is_let_in(bot: Bot) -> None:
    assert await knock(bot) == 200
    assert await knock(bot) == 200  # an update that comes twice is acknowledged twice


async def test_who_does_not_know_the_secret_is_refused(bot: Bot) -> None:
    known = bot.secret.encode()
    almost = (known[:-1], known + b"x", known.swapcase(), b" " + known[1:])
    for secret in (b"", b"wrong", b"\xff\xfe", "ż".encode(), b"x" * 4000, *almost):
        assert await knock(bot, secret=secret) == 403
        assert await knock(bot, b"no JSON", secret=secret) == 403  # before anything is read


async def test_the_secret_is_compared_in_constant_time(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[bytes, bytes]] = []
    compare = hmac.compare_digest

    def noted(given: bytes, known: bytes) -> bool:
        compared.append((given, known))
        return compare(given, known)

    monkeypatch.setattr(hmac, "compare_digest", noted)
    assert await knock(bot, secret=b"guess") == 403
    assert compared == [(b"guess", bot.secret.encode())]


async def test_what_is_no_update_is_refused(bot: Bot) -> None:
    for body in NO_UPDATES:
        assert await knock(bot, body) == 400, body[:40]


async def test_what_is_too_large_is_refused(bot: Bot) -> None:
    padding = LARGEST_UPDATE - len(UPDATE)
    assert await knock(bot, b" " * padding + UPDATE) == 200
    assert await knock(bot, b" " * (padding + 1) + UPDATE) == 413


async def test_any_depth_is_an_update_or_none(bot: Bot) -> None:
    """Near the interpreter's limit what can be read may not be writable."""
    sender = b'"from": {"id": 7}, "chat": {"id": 7, "type": "private"}'
    body = b'{"update_id": %d, "message": {%b, "reply_to_message": %b}}'
    for depth in range(900, 1000, 3):
        nested = b'{"x":' * depth + b"1" + b"}" * depth
        several = [
            body % (600_000_000 + depth * 10 + number, sender, nested) for number in range(6)
        ]
        # At once, and more than the backlog, so that some are written down.
        statuses = await asyncio.gather(*(knock(bot, one) for one in several))
        assert set(statuses) <= {200, 400}


async def test_other_methods_are_refused(bot: Bot) -> None:
    for method in ("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"):
        assert await knock(bot, method=method) == 405


async def test_without_a_webhook_there_is_no_door(playground: Playground, tmp_path: Path) -> None:
    async with served(playground, tmp_path, "polling") as bot:
        await bot.server.start("127.0.0.1", 0)
        assert await knock(bot, secret=b"x") == 404
        assert await knock(bot, secret=b"") == 404


async def test_each_start_makes_another_secret(playground: Playground, tmp_path: Path) -> None:
    secrets = set()
    for _ in range(2):
        async with served(playground, tmp_path, "webhook") as bot:
            secrets.add(bot.secret)
    assert len(secrets) == 2
    assert all(len(secret) >= 32 for secret in secrets)
