"""Redaction for other programs: JSON lines in, JSON lines out, in the same order."""

import json
import re
from typing import TextIO

from bot.stories.redaction.finding import find
from bot.stories.redaction.masking import masked

SURROGATE = re.compile("[\ud800-\udfff]")


def redact_lines(reader: TextIO, writer: TextIO, errors: TextIO, language: str) -> int:
    """`{"text": …}` in, `{"masked_text": …, "found": [{"kind", "start", "end"}]}` out.

    `start` and `end` count code points of the text as given. A wrong line is told on `errors`
    with its number; an empty one is passed over. Gives back how many were wrong.
    """
    wrong = 0
    for number, line in enumerate(reader, start=1):
        if not line.strip():
            continue
        try:
            text = _text(line)
        except ValueError as error:
            errors.write(f"line {number}: {error}\n")
            wrong += 1
            continue
        writer.write(_written(_answer(text, language)) + "\n")
        writer.flush()
    return wrong


def _text(line: str) -> str:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("no JSON") from None
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        raise ValueError('a line is {"text": "…"}')  # noqa: TRY004 one error for any wrong line
    return text


def _written(answer: dict[str, object]) -> str:
    """As JSON, escaped only where half a surrogate pair could not be encoded."""
    line = json.dumps(answer, ensure_ascii=False)
    return json.dumps(answer) if SURROGATE.search(line) else line


def _answer(text: str, language: str) -> dict[str, object]:
    found = find(text, language)
    return {
        "masked_text": masked(text, found, language),
        "found": [{"kind": one.kind, "start": one.start, "end": one.end} for one in found],
    }
