"""Connections, timeouts, repetitions: against real sockets."""

import asyncio
import contextlib
import random
import time

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.ext import ExtBot

from bot.delivery.errors import NoConnectionInTime, Unreachable, outcome_unknown
from bot.delivery.http import AiohttpRequest
from bot.delivery.orders import Timeouts
from tests.delivery.small_server import SmallServer, answer, close, raw, reset, silence

HARMLESS = ["getMe", "answerCallbackQuery", "editMessageText", "setMyCommands", "deleteMessage"]
ONCE_ONLY = ["sendMessage", "sendPhoto", "copyMessage", "forwardMessages", "sendMediaGroup"]


class NoPauses(random.Random):
    """Retries without a pause; `asked` counts them."""

    asked = 0

    def uniform(self, _a: float, _b: float) -> float:
        self.asked += 1
        return 0.0


async def call(request: AiohttpRequest, server: SmallServer, method: str = "sendMessage") -> object:
    return await request.post(f"{server.url}/bot1:x/{method}")


async def test_calls_one_after_the_other_share_a_connection(
    request_: AiohttpRequest, server: SmallServer
) -> None:
    for _ in range(20):
        assert await call(request_, server) is True
    assert (len(server.requests), server.connections) == (20, 1)


async def test_calls_at_once_open_no_more_than_the_pool(server: SmallServer) -> None:
    async with AiohttpRequest(connection_pool_size=3) as request:
        await asyncio.gather(*(call(request, server) for _ in range(30)))
    assert (len(server.requests), server.connections) == (30, 3)


async def test_read_timeout_is_the_default_one_unless_given(server: SmallServer) -> None:
    server.acts += [silence, answer(after=0.3)]
    async with AiohttpRequest(timeouts=Timeouts(read=0.1)) as request:
        assert request.read_timeout == 0.1
        with pytest.raises(TimedOut) as error:
            await call(request, server)
        assert outcome_unknown(error.value)
        assert await request.post(f"{server.url}/bot1:x/getUpdates", read_timeout=30) is True
        server.acts.append(answer(after=0.3))
        assert await request.post(f"{server.url}/bot1:x/getUpdates", read_timeout=None) is True


async def test_connect_timeout_covers_the_handshake(server: SmallServer) -> None:
    async with AiohttpRequest() as request:
        started = time.monotonic()
        with pytest.raises(NoConnectionInTime) as error:
            await request.post(
                f"https://127.0.0.1:{server.port}/bot1:x/sendMessage", connect_timeout=0.1
            )
    assert time.monotonic() - started < 2
    assert not outcome_unknown(error.value)
    assert isinstance(error.value, TimedOut)


async def test_pool_timeout_sends_nothing(server: SmallServer) -> None:
    server.acts.append(silence)
    async with AiohttpRequest(connection_pool_size=1) as request:
        occupied = asyncio.create_task(call(request, server))
        await server.arrived.wait()
        with pytest.raises(NoConnectionInTime, match="pool"):
            await request.post(f"{server.url}/bot1:x/sendMessage", pool_timeout=0.05)
        occupied.cancel()
        await asyncio.gather(occupied, return_exceptions=True)
        assert await call(request, server) is True  # the cancelled call gave its place back
    assert len(server.requests) == 2


async def test_write_timeout_when_the_server_stops_reading() -> None:
    given_up = asyncio.Event()
    delivered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await given_up.wait()
        count = 0
        with contextlib.suppress(ConnectionError):
            while piece := await reader.read(100_000):
                count += len(piece)
        delivered.set_result(count)
        writer.close()

    server = await asyncio.start_server(deaf, "127.0.0.1", 0, limit=1024)
    port = server.sockets[0].getsockname()[1]
    async with AiohttpRequest(timeouts=Timeouts(media_write=0.1)) as request:
        bot = Bot("1:x", base_url=f"http://127.0.0.1:{port}/bot", request=request)
        started = time.monotonic()
        with pytest.raises(TimedOut) as error:
            await bot.send_document(1, bytes(30_000_000))
        assert time.monotonic() - started < 3
        assert outcome_unknown(error.value)
        given_up.set()
        assert await delivered < 30_000_000  # what was given up is not a whole request
    server.close()
    await server.wait_closed()


async def test_no_connection_is_tried_three_times_and_surely_unsent(server: SmallServer) -> None:
    await server.stop()
    pauses = NoPauses()
    async with AiohttpRequest(randomness=pauses) as request:
        with pytest.raises(Unreachable, match="sendMessage: not connected") as error:
            await call(request, server)
    assert pauses.asked == 2
    assert not outcome_unknown(error.value)


async def test_a_message_goes_out_when_the_server_comes_up_in_time(server: SmallServer) -> None:
    await server.stop()
    async with AiohttpRequest() as request:
        message = asyncio.create_task(call(request, server))
        await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        again = SmallServer()
        await again.start(server.port)
        assert await message is True
        assert len(again.requests) == 1
    await again.stop()


@pytest.mark.parametrize("method", HARMLESS)
async def test_a_lost_connection_is_repeated_where_harmless(
    server: SmallServer, method: str
) -> None:
    async with AiohttpRequest(randomness=NoPauses()) as request:
        await call(request, server)
        server.acts += [reset, close]
        assert await call(request, server, method) is True
        assert len(server.requests) == 4
        server.acts += [reset] * 3
        with pytest.raises(NetworkError, match=f"{method}: connection lost"):
            await call(request, server, method)
    assert len(server.requests) == 7


@pytest.mark.parametrize(
    "broken_off", [b"", b"HTTP/1.1 2", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"]
)
@pytest.mark.parametrize("method", ONCE_ONLY)
async def test_a_message_that_may_have_gone_out_is_never_repeated(
    request_: AiohttpRequest, server: SmallServer, method: str, broken_off: bytes
) -> None:
    await call(request_, server)
    for trouble in (reset, raw(broken_off)):
        server.requests.clear()
        server.acts.append(trouble)
        with pytest.raises(NetworkError, match=f"{method}: connection lost") as error:
            await call(request_, server, method)
        assert outcome_unknown(error.value)
        assert len(server.requests) == 1


async def test_a_connection_closed_while_idle_is_replaced(
    request_: AiohttpRequest, server: SmallServer
) -> None:
    server.acts.append(
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n" + b'{"ok":true,  "result":true}')
    )
    assert await call(request_, server) is True
    await asyncio.sleep(0.05)
    assert await call(request_, server) is True
    assert server.connections == 2


async def test_cancelling_leaves_the_pool_usable(server: SmallServer) -> None:
    async with AiohttpRequest(connection_pool_size=1) as request:
        for _ in range(3):
            server.acts.append(silence)
            server.arrived.clear()
            lost = asyncio.create_task(call(request, server))
            await server.arrived.wait()
            lost.cancel()
            with pytest.raises(asyncio.CancelledError):
                await lost
        assert await call(request, server) is True


async def test_after_shutdown_nothing_goes_until_initialized(server: SmallServer) -> None:
    request = AiohttpRequest()
    assert await call(request, server) is True
    await request.shutdown()
    await request.shutdown()
    with pytest.raises(NetworkError):
        await call(request, server)
    await request.initialize()
    assert await call(request, server) is True
    await request.shutdown()


async def test_a_file_is_downloaded(telegram: ExtBot[None], server: SmallServer) -> None:
    server.acts += [
        answer(
            {"ok": True, "result": {"file_id": "a", "file_unique_id": "b", "file_path": "x y.txt"}}
        ),
        reset,
        answer(b"the content"),
    ]
    file = await telegram.get_file("a")
    assert bytes(await file.download_as_bytearray()) == b"the content"
    assert server.requests[-1].target.endswith("/x%20y.txt")
