"""A chat as text, for reading in a failed test."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
_FILES = ("photo", "document", "video", "animation", "audio", "voice", "sticker")
NEWEST = 8


def from_bot(message: Json) -> bool:
    """Channel posts have no author; the playground's are the bot's."""
    return bool(message.get("from", {"is_bot": True})["is_bot"])


def words_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Json) -> list[list[str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def buttons(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def transcript(messages: Sequence[Json], notes: Sequence[str] = ()) -> str:
    """The newest messages with who said them and their buttons, then the notes."""
    lines = ["", f"The chat ({len(messages)} messages, the newest {NEWEST}):"]
    for message in messages[-NEWEST:]:
        lines.extend(_lines(message))
    if not messages:
        lines.append("  (empty)")
    return "\n".join([*lines, *(f"  ! {note}" for note in notes)])


def _lines(message: Json) -> list[str]:
    who = "bot" if from_bot(message) else message["from"]["first_name"]
    files = [f"[{kind}] " for kind in _FILES if kind in message]
    edited = " (edited)" if "edit_date" in message else ""
    head = f"  #{message['message_id']} {who}{edited}: {''.join(files)}"
    first, *rest = words_of(message).split("\n")
    rows = ["      " + " ".join(f"[ {label} ]" for label in row) for row in labels(message)]
    return [head + first, *(f"      {line}" for line in rest), *rows]
