"""Files that were sent: their ids, their contents, the JSON they have in a message."""

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram.constants import FileSizeLimit

from bot.playground import images
from bot.playground.refusal import RefusedError, bad_request

Json = dict[str, Any]

EXTRA: dict[str, Json] = {
    "video": {"width": 320, "height": 240, "duration": 1},
    "animation": {"width": 320, "height": 240, "duration": 1},
    "audio": {"duration": 1},
    "voice": {"duration": 1},
    "sticker": {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    },
}
KINDS = ("photo", "document", *EXTRA)
FIRST_ALBUM = 13_000_000_000_000_000
_MIMES = {"voice": "audio/ogg", "video": "video/mp4", "audio": "audio/mpeg"}


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes
    mime: str = ""


@dataclass(frozen=True)
class StoredFile:
    id: str
    unique_id: str
    kind: str
    path: str
    size: int
    shape: Json

    def in_message(self) -> Json:
        """`{"document": …}`, or for a photo the list of its one size."""
        return {self.kind: [self.shape] if self.kind == "photo" else self.shape}


class Files:
    """Kept in memory, or below `folder` when there is one."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._contents: dict[str, bytes] = {}
        self._albums = 0

    def add(self, kind: str, upload: Upload, *, strict: bool = True) -> StoredFile:
        """`strict` looks at the content as Telegram does with what a bot uploads."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > FileSizeLimit.FILESIZE_UPLOAD:
            raise RefusedError(413, "Request Entity Too Large")
        shape = self._shape(kind, upload, strict=strict)
        number = len(self._files) + 1
        suffix = Path(upload.name).suffix[:16]
        path = f"{kind}s/file_{number}{suffix if suffix.isprintable() else ''}"
        stored = StoredFile(
            shape["file_id"], shape["file_unique_id"], kind, path, len(upload.content), shape
        )
        self._files[stored.id] = stored
        self._by_path[path] = stored
        self._keep(path, upload.content)
        return stored

    def _shape(self, kind: str, upload: Upload, *, strict: bool) -> Json:
        digest = hashlib.sha256(kind.encode() + upload.content).hexdigest()
        shape: Json = {
            "file_id": f"{kind}-{len(self._files) + 1}-{digest[:40]}",
            "file_unique_id": digest[:16],
            "file_size": len(upload.content),
        }
        if kind == "photo":
            found = images.photo_size(upload.content) if strict else images.size(upload.content)
            width, height = found or (320, 240)
            return shape | {"width": width, "height": height}
        shape |= EXTRA.get(kind, {})
        if kind in ("document", "video", "audio", "animation"):
            shape["file_name"] = Path(upload.name).name or "file"
        if kind != "sticker":
            guessed = mimetypes.guess_type(upload.name)[0]
            shape["mime_type"] = _MIMES.get(kind) or guessed or "application/octet-stream"
        return shape

    def _keep(self, path: str, content: bytes) -> None:
        if self._folder is None:
            self._contents[path] = content
            return
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def next_album(self) -> int:
        self._albums += 1
        return FIRST_ALBUM + self._albums

    def check_downloadable(self, stored: StoredFile) -> None:
        if stored.size > FileSizeLimit.FILESIZE_DOWNLOAD:
            raise bad_request("file is too big")

    def get(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def content(self, stored: StoredFile) -> bytes:
        if self._folder is None:
            return self._contents[stored.path]
        return (self._folder / stored.path).read_bytes()
