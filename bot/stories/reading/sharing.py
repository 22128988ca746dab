"""Ways to a story from outside: its link, the share button, the picture."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from bot.chat.screens import Button, File
from bot.stories.reading.paging import beginning
from bot.stories.reading.store import Story
from bot.stories.shown import clean
from bot.stories.words import SECTOR, TELLER, tag_name
from bot.texts.documents import picture
from bot.texts.language import Language

LINK = re.compile(r"story_(\d{1,9})", re.ASCII)
CARD_UNITS, CARD_PARAGRAPHS = 900, 10
_LONG_WORD = re.compile(r"\S{24}(?=\S)")
BREAK = "\N{ZERO WIDTH SPACE}"


class Sharing:
    """`card` is the typst file, `address` gives the link to a story by its number."""

    def __init__(self, card: Path, address: Callable[[int], str]) -> None:
        self._card, self._address = card, address

    def buttons(self, story: Story, language: Language) -> tuple[Button, ...]:
        address, say = self._address(story.number), language.say
        text = say("Story #%(number)s from a call with a call center", number=story.number)
        query = urlencode({"url": address, "text": text}, quote_via=quote)
        return (
            Button(say("📤 Share"), url=f"https://t.me/share/url?{query}"),
            Button(say("🔗 Copy"), copy=address),
        )

    def picture(self, story: Story, language: Language) -> File:
        data = card_data(story, language, self._address(story.number))
        return File(f"story_{story.number}.png", lambda: picture(self._card, data), is_picture=True)


def card_data(story: Story, language: Language, address: str) -> Mapping[str, Any]:
    """What the picture says, as plain text."""
    text, is_longer = beginning(story.text, CARD_UNITS)
    say = language.say
    who = [say(TELLER[story.teller]), say(SECTOR[story.sector]), clean(story.company)]
    return {
        "number": f"#{story.number}",
        "who": _breakable(" · ".join(filter(None, who))),
        "text": _breakable(_few_paragraphs(text)),
        "more": say("Read on in the bot") if is_longer else "",
        "tags": [clean(tag_name(tag, language)) for tag in story.tags],
        "name": clean(story.nickname),
        "address": address.removeprefix("https://"),
        "language": story.language,
    }


def _few_paragraphs(text: str) -> str:
    """A picture must not be a tower: Telegram refuses those."""
    *first, rest = text.split("\n", CARD_PARAGRAPHS)
    return "\n".join((*first, " ".join(rest.split())))


def _breakable(text: str) -> str:
    """A word longer than a line would run off the picture."""
    return _LONG_WORD.sub(rf"\g<0>{BREAK}", text)
