import json
import struct
from pathlib import Path

import pytest

from bot.playground import Person
from bot.playground.files import Files, Upload
from tests.playground.conftest import TOKEN, Api

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 640, 480) + b"\x08\x06\x00\x00\x00"
)
TALL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 10, 480) + b"\x08\x06\x00\x00\x00"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x01\xe0\x02\x80\x03"


@pytest.mark.parametrize("content", [PNG, JPEG])
async def test_a_photo_is_sent_downloaded_and_sent_again(
    api: Api, ana: Person, content: bytes
) -> None:
    answer = await api.upload(
        "sendPhoto",
        {"photo": ("a.png", content)},
        chat_id=ana.id,
        caption="<b>x</b>",
        parse_mode="HTML",
    )
    photo = answer["result"]["photo"][0]
    assert (photo["width"], photo["height"], photo["file_size"]) == (640, 480, len(content))
    assert answer["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    found = await api.do("getFile", file_id=photo["file_id"])
    url = f"{api.playground.url}/file/bot{TOKEN}/{found['file_path']}"
    async with api.session.get(url) as response:
        assert await response.read() == content
    again = await api.do("sendPhoto", chat_id=ana.id, photo=photo["file_id"])
    assert again["photo"] == [photo]
    await ana.refresh()
    async with api.session.get(api.playground.url + ana.last["photo"][0]["url"]) as response:
        assert await response.read() == content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (TALL, "PHOTO_INVALID_DIMENSIONS"),
        (PNG + bytes(10_000_000), "too big for a photo"),
    ],
    ids=["empty", "text", "too narrow", "too big"],
)
async def test_what_is_no_photo(api: Api, ana: Person, content: bytes, reason: str) -> None:
    answer = await api.upload("sendPhoto", {"photo": ("a.png", content)}, chat_id=ana.id)
    assert answer["description"] == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("", "there is no document in the request"),
        ("attach://nowhere", "attached file 'nowhere' not found"),
        ("http://example.com/a.pdf", "failed to get HTTP URL content"),
        ("no-such-id", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_files_that_are_not_there(api: Api, ana: Person, document: str, reason: str) -> None:
    refusal = await api.refused("sendDocument", chat_id=ana.id, document=document)
    assert refusal == f"Bad Request: {reason}"


async def test_a_file_keeps_its_kind(api: Api, ana: Person) -> None:
    answer = await api.upload("sendPhoto", {"photo": ("a.png", PNG)}, chat_id=ana.id)
    file_id = answer["result"]["photo"][0]["file_id"]
    refusal = await api.refused("sendDocument", chat_id=ana.id, document=file_id)
    assert refusal == "Bad Request: can't use file of type Photo as Document"


@pytest.mark.parametrize("length", [1024, 1025])
async def test_captions(api: Api, ana: Person, length: int) -> None:
    answer = await api.upload(
        "sendDocument", {"document": ("a.pdf", b"%PDF")}, chat_id=ana.id, caption="x" * length
    )
    if length > 1024:
        assert answer["description"] == "Bad Request: message caption is too long"
        return
    assert answer["result"]["document"]["mime_type"] == "application/pdf"
    where = {"chat_id": ana.id, "message_id": answer["result"]["message_id"]}
    refusal = await api.refused("editMessageText", **where, text="x")
    assert refusal == "Bad Request: there is no text in the message to edit"
    edited = await api.do("editMessageCaption", **where, caption="y")
    assert (edited["caption"], edited["document"]["file_name"]) == ("y", "a.pdf")


async def test_an_album(api: Api, ana: Person) -> None:
    media = [
        {"type": "photo", "media": "attach://one", "caption": "<i>1</i>", "parse_mode": "HTML"},
        {"type": "photo", "media": "attach://two"},
    ]
    files = {"one": ("1.png", PNG), "two": ("2.png", PNG)}
    answer = await api.upload("sendMediaGroup", files, chat_id=ana.id, media=json.dumps(media))
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert first["caption"] == "1"
    assert first["photo"][0]["file_unique_id"] == second["photo"][0]["file_unique_id"]
    assert "unknown parameter" in await api.refused(
        "sendMediaGroup", chat_id=ana.id, media=media, reply_markup={}
    )


@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        (["photo"], "wrong number of messages in the album: it takes from 2 to 10"),
        (["photo"] * 11, "wrong number of messages in the album: it takes from 2 to 10"),
        (["photo", "document"], "these kinds of media can't be mixed in an album"),
    ],
)
async def test_albums_that_are_none(api: Api, ana: Person, kinds: list[str], reason: str) -> None:
    media = [{"type": kind, "media": "x"} for kind in kinds]
    refusal = await api.refused("sendMediaGroup", chat_id=ana.id, media=media)
    assert refusal == f"Bad Request: {reason}"


async def test_a_picture_is_exchanged(api: Api, ana: Person) -> None:
    answer = await api.upload("sendPhoto", {"photo": ("a.png", PNG)}, chat_id=ana.id, caption="old")
    media = json.dumps({"type": "document", "media": "attach://new", "caption": "new"})
    where = {"chat_id": ana.id, "message_id": answer["result"]["message_id"]}
    answer = await api.upload("editMessageMedia", {"new": ("b.txt", b"b")}, media=media, **where)
    assert answer["result"]["caption"] == "new"
    assert answer["result"]["document"]["file_name"] == "b.txt"
    assert "photo" not in answer["result"]


def test_files_may_lie_in_a_folder(tmp_path: Path) -> None:
    files = Files(tmp_path)
    stored = files.add("document", Upload("letter.txt", b"hello"))
    assert [path.read_bytes() for path in tmp_path.rglob("file_*")] == [b"hello"]
    assert files.content(stored) == b"hello"
