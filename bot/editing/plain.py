"""The words of a guide's text without its markup and functions."""

import re

from bot.texts.html import visible

_SILENT = re.compile(
    r"\{%.*?%\}|\{#.*?#\}|\{\{-?\s*(?:cite|letter|script|coach)\b.*?\}\}", re.DOTALL
)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def plain(text: str, value: str = "…") -> str:
    """Lines stay; `value` stands for each thing that a function fills in."""
    return visible(_VALUE.sub(value, _SILENT.sub("", text))).strip()
