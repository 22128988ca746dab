"""Words made comparable: one case, no accents, ordinary digits, spaces and apostrophes."""

import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "’": "'", "‘": "'", "`": "'"})
_WORDS = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents; full-width signs become ordinary ones, white space one space."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    letters = (
        sign for sign in unicodedata.normalize("NFD", plain) if unicodedata.category(sign) != "Mn"
    )
    return " ".join("".join(letters).split())


def folded_words(text: str) -> list[str]:
    """The letters and digits of the folded text, without emoji, signs and punctuation."""
    return _WORDS.findall(fold(text))
