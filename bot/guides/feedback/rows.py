"""The buttons that ask, and what they carry."""

import hashlib

from bot.chat.screens import Button
from bot.texts.language import Language

USEFUL, WRONG = "useful", "wrong"


def rating_row(guide: str, node: str, language: Language) -> tuple[Button, ...]:
    return (
        Button(language.say("👍 Useful"), f"{USEFUL}:{guide}:{node}:yes"),
        Button(language.say("👎 Not useful"), f"{USEFUL}:{guide}:{node}:no"),
    )


def mistake_button(guide: str, node: str, language: Language) -> Button:
    return Button(language.say("⚠️ A mistake?"), f"{WRONG}:{guide}:{node}")


def fact_code(key: str) -> str:
    """Eight signs that stand for a fact in callback data, where its key may not fit."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]
