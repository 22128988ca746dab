"""Numbers and amounts as people type them: "1.234,50 euro", "$1,234.5", "ok. 20 zł"."""

import math
import re

from bot.texts.folding import fold

LONGEST = 40

_AROUND = (
    "€ $ £ % eur euro euros cent cents centesimi pln zl zloty zlote zlotych gr grosz groszy "
    "usd dollar dollars bucks dollari dollaro dolar dolary dolarow gbp pound pounds quid sterline "
    "sterlina funt funty funtow about around circa quasi ok okolo roughly ~"
)
_PART = re.compile(r"(?P<number>[-+]?[.,]?\d[\d.,' ]*)|(?P<word>[a-z]+|[^\s.,])", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*", re.ASCII)
_PLAIN = re.compile(r"\d+", re.ASCII)


def read_number(text: str, language: str) -> float | None:
    """One finite number with nothing but currency or "about" around it.

    With one sign only, three digits after it are thousands where the language groups with that
    sign (English with commas, Italian and Polish with dots); else it is the decimal sign.
    """
    if len(text) > LONGEST:
        return None
    parts = list(_PART.finditer(fold(text).replace("−", "-")))
    numbers = [part["number"] for part in parts if part["number"]]
    words = {part["word"] for part in parts if part["word"]}
    if len(numbers) != 1 or not words <= set(_AROUND.split()):
        return None
    return _value(numbers[0].rstrip(" .,'"), "," if language == "en" else ".")


def _value(number: str, grouping: str) -> float | None:
    sign = -1 if number.startswith("-") else 1
    whole, fraction = _split(number.lstrip("+-"), grouping)
    whole = whole or "0"
    if _GROUPED.fullmatch(whole):
        whole = re.sub(r"\D", "", whole)
    if not _PLAIN.fullmatch(whole) or not _PLAIN.fullmatch(fraction or "0"):
        return None
    value = sign * float(f"{whole}.{fraction or 0}")
    return value if math.isfinite(value) else None


def _split(number: str, grouping: str) -> tuple[str, str]:
    """The whole part, still grouped, and the digits after the decimal sign."""
    place = max(number.rfind("."), number.rfind(","))
    if place < 0:
        return number, ""
    mark = number[place]
    alone = number.count(mark) == 1
    both = "." in number and "," in number
    thousands = mark == grouping and not both and len(number) - place - 1 == len("000")
    if not alone or (thousands and _GROUPED.fullmatch(number)):
        return number, ""
    return number[:place], number[place + 1 :]
