"""Lists that do not fit one screen."""

from bot.chat.screens import Button
from bot.texts.language import Language


def number_of(page: str, count: int, a_page: int) -> int:
    """The page meant, from 0; the nearest there is for anything else."""
    digits = page if page.isascii() and page.isdigit() and len(page) < 7 else "0"  # noqa: PLR2004
    return min(int(digits), max(0, count - 1) // a_page)


def ways(
    language: Language, data: str, number: int, count: int, a_page: int
) -> tuple[tuple[Button, ...], ...]:
    """Rows that lead to the pages beside this one, and back to the admins' first screen."""
    beside = []
    if number:
        beside.append(Button(language.say("‹ Newer"), f"{data}:{number - 1}"))
    if (number + 1) * a_page < count:
        beside.append(Button(language.say("Older ›"), f"{data}:{number + 1}"))
    back = (Button(language.say("‹ Back"), "admin"),)
    return (tuple(beside), back) if beside else (back,)
