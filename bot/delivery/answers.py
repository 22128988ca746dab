"""Telegram's answers, cleaned of what must not reach an error message or a log.

The library puts answers it cannot read, and Telegram's words of refusal, into its errors. A proxy
that echoes the address would put the token there, a refused tag what a person typed.
"""

import json
import re
from http import HTTPStatus
from typing import Any

from telegram.error import NetworkError

TOKEN = re.compile(r"/bot([^/]+)/")
QUOTES = re.compile(r"\".*\"|(?<!\w)'.*'(?!\w)|«.*»|“.*”", re.DOTALL)
LONGEST = 300


def read_answer(payload: bytes) -> dict[str, Any]:
    """Raises NetworkError, without a word of the payload, if it is no answer of the Bot API."""
    answer = _loaded(payload)
    if not answer.keys() & {"result", "error_code"}:
        raise NetworkError("The server's answer is not one of the Bot API")
    return answer


def clean_refusal(status: int, payload: bytes, url: str) -> bytes:
    """The same refusal as the library reads it, without quotations and without the token.

    A 429 that names no time (of a proxy on the way) asks for one second.
    """
    answer = _loaded(payload)
    refusal: dict[str, Any] = {"ok": False, "error_code": status, "parameters": {}}
    if isinstance(words := answer.get("description"), str):
        refusal["description"] = _without_secrets(words, url)
    parameters = answer.get("parameters")
    for name in ("migrate_to_chat_id", "retry_after"):
        if isinstance(parameters, dict) and isinstance(parameters.get(name), int | float):
            refusal["parameters"][name] = parameters[name]
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        refusal["parameters"]["retry_after"] = refusal["parameters"].get("retry_after") or 1
    return json.dumps(refusal).encode()


def _loaded(payload: bytes) -> dict[str, Any]:
    """An empty dict for what is not a JSON object: the parser's error would hold the payload."""
    try:
        answer = json.loads(payload.decode(errors="replace"))
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _without_secrets(words: str, url: str) -> str:
    for token in TOKEN.findall(url):
        words = words.replace(token, "…")
    return QUOTES.sub("…", words)[:LONGEST]
