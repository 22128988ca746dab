"""What a digest says: the beginnings of the best stories, and a button to each."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from bot.broadcasts.digest.store import Best
from bot.texts.html import clipped
from bot.texts.language import Language

BEGINNING = 220
Button = tuple[str, str, str]


def content(
    category: str, best: Sequence[Best], language: Language, shown: Callable[[str], str]
) -> tuple[str, list[Button]]:
    """Telegram HTML under 4,096 units, and buttons (label, kind, value)."""
    stories = [
        {
            "number": one.number,
            "score": language.number(one.score),
            "text": Markup(shown(clipped(" ".join(one.text.split()), BEGINNING))),  # noqa: S704 - `shown` escapes
        }
        for one in best
    ]
    text = language.page("digest", category=category, stories=stories)
    buttons = [(f"📖 #{one.number}", "story", str(one.number)) for one in best]
    return text, buttons
