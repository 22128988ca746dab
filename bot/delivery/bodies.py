"""Request bodies: a form, or multipart with files that are read while they are sent."""

import asyncio
import io
import secrets
from collections.abc import Iterator
from typing import IO

from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload
from telegram.request import RequestData

PIECE = 64 * 1024
FORM = "application/x-www-form-urlencoded"


class Upload:
    """An open file, from where it stands to its end; it stays the caller's to close.

    Raises OSError when the file cannot be rewound: then it could not be sent twice.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._start = file.tell()
        self.size = file.seek(0, io.SEEK_END) - self._start
        self.rewind()

    def rewind(self) -> None:
        self._file.seek(self._start)

    def pieces(self) -> Iterator[bytes]:
        # Read in the loop on purpose: a hop to a thread costs more than 64 KiB from the cache.
        while piece := self._file.read(PIECE):
            yield piece


class Body(Payload):
    """Writes its parts in order, each piece within `write_timeout` seconds (None: no limit).

    aiohttp has no write timeout: without this one a server that stops reading would hold an
    upload for ever.
    """

    def __init__(
        self,
        parts: list[bytes | Upload],
        *,
        content_type: str,
        write_timeout: float | None,
    ) -> None:
        super().__init__(None, content_type=content_type)
        self._parts = parts
        self._size = sum(len(p) if isinstance(p, bytes) else p.size for p in parts)
        self._write_timeout = write_timeout

    async def write(self, writer: AbstractStreamWriter) -> None:
        for part in self._parts:
            for piece in _slices(part) if isinstance(part, bytes) else part.pieces():
                async with asyncio.timeout(self._write_timeout):
                    await writer.write(piece)

    def rewind(self) -> None:
        """Files back to where they stood, so that the same body, or a new one, sends all."""
        for part in self._parts:
            if isinstance(part, Upload):
                part.rewind()

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Refused: a body holds what people wrote and is never shown."""
        raise NotImplementedError(encoding, errors)


def body_of(data: RequestData | None, *, write_timeout: float | None) -> Body | None:
    if data is None or not (data.parameters or data.contains_files):
        return None
    if data.contains_files:
        return _multipart(data, write_timeout)
    form = data.url_encoded_parameters().encode()
    return Body([form], content_type=FORM, write_timeout=write_timeout)


def _multipart(data: RequestData, write_timeout: float | None) -> Body:
    boundary = secrets.token_hex(16)
    parts: list[bytes | Upload] = []
    for name, text in data.json_parameters.items():
        parts.append(f"{_head(boundary, name)}\r\n\r\n{text}\r\n".encode())
    for name, (filename, content, mimetype) in data.multipart_data.items():
        head = f'{_head(boundary, name)}; filename="{_quoted(filename)}"'
        parts.append(f"{head}\r\nContent-Type: {mimetype}\r\n\r\n".encode())
        parts += [content if isinstance(content, bytes) else Upload(content), b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    kind = f"multipart/form-data; boundary={boundary}"
    return Body(parts, content_type=kind, write_timeout=write_timeout)


def _head(boundary: str, name: str) -> str:
    return f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'


def _quoted(name: str) -> str:
    """As browsers do it; Telegram takes UTF-8 as it is and ignores `filename*`."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _slices(content: bytes) -> Iterator[memoryview]:
    view = memoryview(content)
    for start in range(0, len(view), PIECE):
        yield view[start : start + PIECE]
