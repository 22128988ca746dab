"""Recognising despair or harm in what somebody types: pure, and kept nowhere."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from bot.errors import ContentError

STROKES = str.maketrans({"ł": "l", "Ł": "l", "’": "'", "‘": "'", "`": "'"})
DRAWN_OUT = re.compile(r"(\w)\1{2,}")
EVERYDAY = "-"
MARK = "()"


class SafetyWords:
    """Phrases of every language together: people in need do not mind the setting.

    A phrase that begins with `- ` is an everyday saying: it swallows the words it covers, so that
    "kill myself laughing" is no "kill myself".
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        # The longest first: of two phrases that begin at the same word, it is the closer reading.
        longest_first = sorted(phrases, key=lambda phrase: -len(phrase.lstrip("- ").split()))
        either = "|".join(map(_pattern, longest_first))
        self._pattern = re.compile(f"(?<= )(?:{either})") if either else None

    def found_in(self, text: str) -> bool:
        if self._pattern is None:
            return False
        matches = self._pattern.finditer(f" {plain(text)} ")
        return any(match.lastindex for match in matches)


def plain(text: str) -> str:
    """Lower case without accents, signs and doubled spaces; a drawn-out letter counts once."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(STROKES))
    letters = "".join(
        letter if letter.isalnum() or letter == "'" else " "
        for letter in folded
        if not unicodedata.combining(letter) and (letter.isprintable() or letter.isspace())
    )
    return DRAWN_OUT.sub(r"\1", " ".join(letters.replace("'", "").split()))


def _pattern(phrase: str) -> str:
    """Whole words; `…` stands for up to three words. An empty group marks what is no saying."""
    everyday = phrase.startswith(EVERYDAY)
    words = phrase.removeprefix(EVERYDAY).split()
    pattern = "".join(r"(?:\w+ ){0,3}" if word == "…" else _word(word) for word in words)
    return pattern if everyday else pattern + MARK


def _word(word: str) -> str:
    """`kill/murder` is either word, `suicid*` any ending."""
    forms = (
        re.escape(plain(form.removesuffix("*"))) + (r"\w*" if form.endswith("*") else "")
        for form in word.split("/")
    )
    return f"(?:{'|'.join(forms)}) "


def load_safety_words(folder: Path) -> SafetyWords:
    """`templates/safety/<language>.txt`: a phrase a line, `#` begins a remark."""
    phrases: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        phrases += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not phrases:
        raise ContentError([f"{folder}:1: no safety words found"])
    return SafetyWords(phrases)
