"""Number words: what digits each stands for when a number is said aloud.

Italian writes its numbers together ("trecentoquarantasette"), so those are made, not listed.
"""

from functools import cache

from bot.stories.redaction.vocabulary import vocabulary

UNITS = ("", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
TENS = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
# "Double" and "triple": how often the next digit counts.
REPEATED = {"x2": 2, "x3": 3}


@cache
def numerals(language: str) -> dict[str, str]:
    """Digits for each number word of a language; `x2` and `x3` for "double" and "triple"."""
    pairs = (entry.split("=") for entry in vocabulary(language).words("numerals"))
    listed = {word: value for word, value in pairs if " " not in word}
    return _italian(listed) | listed if language == "it" else listed


def _italian(listed: dict[str, str]) -> dict[str, str]:
    small = {word: value for word, value in listed.items() if value.isdigit() and int(value) < 20}  # noqa: PLR2004
    for count, word in enumerate(TENS, start=2):
        small[word] = str(count * 10)
        for unit in range(1, 10):
            stem = word[:-1] if UNITS[unit][0] in "ou" else word
            small[stem + UNITS[unit]] = str(count * 10 + unit)
        small[word + "tré"] = str(count * 10 + 3)
    result = dict(small)
    for unit in range(1, 10):
        hundred = ("" if unit == 1 else UNITS[unit]) + "cento"
        result[hundred] = str(unit * 100)
        for word, value in small.items():
            if value != "0":
                result[hundred + word] = str(unit * 100 + int(value))
                result[hundred[:-1] + word] = str(unit * 100 + int(value))
    return result
