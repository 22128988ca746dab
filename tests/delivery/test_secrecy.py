"""No token and nothing a person typed in any error or log record, whatever goes wrong."""

import asyncio
import io
import logging
import traceback
from collections.abc import Iterator

import pytest
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.delivery.errors import Unwritable
from bot.delivery.quiet import quiet_library
from tests.delivery.conftest import TOKEN
from tests.delivery.small_server import Act, SmallServer, answer, close, raw, reset, silence

TEXT = "CANARY text of a person"
CHAT = 77007700
ECHO = f"<html>https://api.telegram.org/bot{TOKEN}/sendMessage {TEXT}</html>".encode()


def refusal(description: str, **more: object) -> dict[str, object]:
    return {"ok": False, "error_code": 400, "description": description, **more}


TROUBLES: dict[str, Act] = {
    "reset": reset,
    "closed": close,
    "silence": silence,
    "cut in the headers": raw(f"HTTP/1.1 200 {TEXT}\r\nX: {TOKEN}".encode()),
    "cut in the body": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + ECHO),
    "no HTTP": raw(ECHO),
    "bad chunks": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + ECHO),
    "bad gzip": raw(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\n" + ECHO[:9]
    ),
    "no JSON": answer(ECHO),
    "no JSON, gateway": answer(ECHO, status=502),
    "no JSON, refused": answer(ECHO, status=400),
    "a list": answer([TEXT, TOKEN]),
    "a list, refused": answer([TEXT, TOKEN], status=403),
    "no result": answer({"ok": True, "words": TEXT}),
    "abyss": answer(b"[" * 100_000),
    "no Unicode": answer(b'{"ok": true, "result": "\xff' + ECHO),
    "redirected": raw(f"HTTP/1.1 302 X\r\nLocation: /bot{TOKEN}/x\r\n\r\n".encode()),
    "quoted": answer(refusal(f'Unsupported start tag "{TEXT}" at byte offset 3'), status=400),
    "quoted twice": answer(refusal(f'expected "</b>", found "{TEXT}"'), status=400),
    "quoted singly": answer(refusal(f"can't parse: URL '{TEXT}' is invalid"), status=400),
    "token": answer(refusal(f"no method for bot{TOKEN}"), status=404),
    "odd parameters": answer(refusal("x", parameters={"text": TEXT, "list": [TOKEN]}), status=400),
    "no parameters": answer(refusal("x", parameters=TEXT), status=429),
}


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    """Everything that any logger says at DEBUG, tracebacks and all."""
    quiet_library()
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    names = ["", "telegram", "telegram.ext.ExtBot", "httpx", "aiohttp", "asyncio", "bot"]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def whole(error: BaseException | None) -> str:
    """All that a logger, a debugger or `raise` could show of an error."""
    if error is None:
        return ""
    shown = "".join(traceback.format_exception(error))
    own = f"{error!s} {error!r} {error.args!r} {getattr(error, 'message', '')} {vars(error)}"
    return shown + own + whole(error.__cause__) + whole(error.__context__)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_errors_and_logs_hold_no_canary(
    telegram: ExtBot[None], server: SmallServer, logs: io.StringIO, trouble: str
) -> None:
    asyncio.get_running_loop().set_debug(enabled=True)
    server.acts.append(TROUBLES[trouble])
    with pytest.raises(TelegramError) as error:
        await telegram.send_message(CHAT, TEXT, read_timeout=0.2)
    await asyncio.sleep(0)
    everything = whole(error.value) + logs.getvalue()
    assert "CANARY" not in everything
    assert str(CHAT) not in everything
    assert error.value.__cause__ is None
    assert error.value.__context__ is None
    assert len(server.requests) == 1


async def test_a_dead_server_is_no_leak(
    telegram: ExtBot[None], server: SmallServer, logs: io.StringIO
) -> None:
    await server.stop()
    with pytest.raises(TelegramError) as error:
        await telegram.send_message(1, TEXT)
    assert "CANARY" not in whole(error.value) + logs.getvalue()


async def test_a_text_that_is_no_unicode_is_no_leak(
    telegram: ExtBot[None], server: SmallServer, logs: io.StringIO
) -> None:
    with pytest.raises(Unwritable) as error:
        await telegram.send_message(1, TEXT + "\ud800")
    assert "CANARY" not in whole(error.value) + logs.getvalue()
    assert not server.requests


async def test_success_is_not_logged_either(
    telegram: ExtBot[None], server: SmallServer, logs: io.StringIO
) -> None:
    server.acts.append(
        answer(
            {
                "ok": True,
                "result": {
                    "message_id": 1,
                    "date": 1,
                    "chat": {"id": 1, "type": "private"},
                    "text": TEXT,
                },
            }
        )
    )
    await telegram.send_message(1, TEXT)
    ExtBot(TOKEN)
    assert "CANARY" not in logs.getvalue()


async def test_words_of_a_refusal_keep_what_handlers_look_for(
    telegram: ExtBot[None], server: SmallServer
) -> None:
    words = "message can't be edited, it wasn't found, isn't yours"
    server.acts.append(answer(refusal(words), status=400))
    with pytest.raises(TelegramError) as error:
        await telegram.send_message(1, "x")
    assert str(error.value) == words
    server.acts.append(answer(refusal("Not Found"), status=404))
    with pytest.raises(InvalidToken):
        await telegram.send_message(1, "x")
