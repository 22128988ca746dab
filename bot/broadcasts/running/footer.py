"""What stands under a broadcast: its own buttons, and the way to fewer messages."""

from collections.abc import Callable, Mapping

from bot.broadcasts.sending.contents import Buttons
from bot.chat.screens import Button, Screen, packed
from bot.texts.language import Language

LINK = "link"
FEWER = "subs"


class Footers:
    """Made with a broadcast's number, a language and the buttons as they are kept."""

    def __init__(self, languages: Callable[[], Mapping[str, Language]], default: str) -> None:
        self._languages, self._default = languages, default

    def __call__(self, broadcast: int, code: str, buttons: Buttons) -> Screen:
        languages = self._languages()
        language = languages.get(code) or languages[self._default]
        own = [
            Button(label, url=value)
            if kind == LINK
            else Button(label, f"bc:{broadcast}:b:{number}:{code}")
            for number, (label, kind, value) in enumerate(buttons, start=1)
        ]
        fewer = (Button(language.say("🔕 Fewer messages"), FEWER),)
        return Screen(language.page("broadcast_below"), (*packed(own), fewer))
