"""How long a text takes to say."""

from math import ceil

from bot.guides.coach.said import WORD

WORDS_A_MINUTE = 150


def words(text: str) -> int:
    """As people count them: what stands between spaces, signs alone left out."""
    return sum(WORD.search(piece) is not None for piece in text.split())


def seconds(text: str) -> int:
    return ceil(words(text) * 60 / WORDS_A_MINUTE)
