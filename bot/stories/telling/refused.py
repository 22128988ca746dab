"""What is not taken, because it shows who sent it: voices, faces, files, places."""

from telegram import Message

REASONS = {
    "forward_origin": "forward",
    "voice": "voice",
    "audio": "voice",
    "photo": "picture",
    "video": "picture",
    "video_note": "picture",
    "animation": "picture",
    "venue": "location",
    "location": "location",
    "contact": "contact",
    "document": "file",
    "sticker": "sticker",
}


def reason(message: Message | None) -> str:
    """Which one `telling_refused.j2` gives."""
    return next((told for name, told in REASONS.items() if getattr(message, name, None)), "other")
