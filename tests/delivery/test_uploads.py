"""What arrives of an upload, read by aiohttp's own multipart parser."""

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import BodyPartReader, web
from telegram import Bot, InputFile, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from bot.delivery.bodies import PIECE
from bot.delivery.http import AiohttpRequest

MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}


@dataclass
class Inbox:
    url: str = ""
    parts: dict[str, tuple[str | None, str, bytes]] = field(default_factory=dict)
    status: int = 200

    async def take(self, request: web.Request) -> web.Response:
        self.parts = {}
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            assert part.name
            kind = part.headers.get("Content-Type", "")
            self.parts[part.name] = (part.filename, kind, bytes(await part.read()))
        if self.status != 200:
            return web.json_response({"ok": False, "error_code": 400}, status=self.status)
        result = [MESSAGE] if "sendMediaGroup" in request.path else MESSAGE
        return web.json_response({"ok": True, "result": result})


@pytest.fixture
async def inbox() -> AsyncIterator[Inbox]:
    inbox = Inbox()
    app = web.Application(client_max_size=2**25)
    app.router.add_post("/{path:.*}", inbox.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    inbox.url = f"http://{host}:{port}/bot"
    yield inbox
    await runner.cleanup()


@pytest.fixture
async def bot(inbox: Inbox) -> AsyncIterator[Bot]:
    async with AiohttpRequest() as request:
        yield Bot("1:x", base_url=inbox.url, request=request)


async def test_bytes_arrive_with_name_kind_and_texts(bot: Bot, inbox: Inbox) -> None:
    content = bytes(range(256)) * 12_000  # more than aiohttp likes to send in one piece
    await bot.send_document(
        7,
        content,
        filename='lettera "così" żółć.pdf',
        caption="è\r\n--x",
        disable_notification=True,
    )
    assert inbox.parts["document"] == (
        "lettera %22così%22 żółć.pdf",
        "application/pdf",
        content,
    )
    assert inbox.parts["caption"][2].decode() == "è\r\n--x"
    assert inbox.parts["chat_id"][2] == b"7"
    assert inbox.parts["disable_notification"][2] == b"true"


async def test_a_file_streams_from_where_it_stands_and_stays_open(
    bot: Bot, inbox: Inbox, tmp_path: Path
) -> None:
    path = tmp_path / "big.bin"
    path.write_bytes(b"head" + bytes(3 * PIECE + 5))
    with path.open("rb") as file:
        file.seek(4)
        await bot.send_document(1, InputFile(file, read_file_handle=False))
        assert inbox.parts["document"] == (
            "big.bin",
            "application/octet-stream",
            bytes(3 * PIECE + 5),
        )
        assert file.tell() == 4


async def test_a_refused_file_can_be_sent_again(bot: Bot, inbox: Inbox) -> None:
    document = InputFile(io.BytesIO(b"abc"), filename="a.txt", read_file_handle=False)
    inbox.status = 400
    with pytest.raises(BadRequest):
        await bot.send_document(1, document)
    inbox.status = 200
    await bot.send_document(1, document)
    assert inbox.parts["document"] == ("a.txt", "text/plain", b"abc")


async def test_an_album_attaches_each_file(bot: Bot, inbox: Inbox) -> None:
    await bot.send_media_group(1, [InputMediaPhoto(b"one"), InputMediaPhoto(b"two")])
    contents = {content for name, (_, _, content) in inbox.parts.items() if "attached" in name}
    assert contents == {b"one", b"two"}
    names = [name for name in inbox.parts if "attached" in name]
    assert all(f"attach://{name}".encode() in inbox.parts["media"][2] for name in names)


async def test_replies_elsewhere_are_not_delayed_by_an_upload(bot: Bot, inbox: Inbox) -> None:
    upload = asyncio.create_task(bot.send_document(1, bytes(20_000_000)))
    await asyncio.sleep(0)
    small = bot.edit_message_media(InputMediaDocument(b"small"), 2, 3)
    await asyncio.wait_for(small, 2)
    await upload
    assert inbox.parts
