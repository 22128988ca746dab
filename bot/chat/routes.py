"""What leads where: commands, presses, places and typed text, each to a feature's function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.chat.screens import Screen
from bot.chat.touch import Answer, Touch, Touched
from bot.chat.visit import Reply, Visit

Handler = Callable[[Visit], Reply]
Listener = Callable[[Visit], Reply | None]
Renderer = Callable[[Visit, str], Screen]


@dataclass(frozen=True)
class Routes:
    """`presses` and `places` go by the first part of the data or place, up to its `:`. A command or
    press that its own handler does not take is answered like one that nobody knows.

    `guards` are asked before anyone else, whatever was written and wherever it stands;
    `listeners` are asked in order what to do with typed text, the first that answers is heard;
    `odd` are asked in order about files, stickers, edits and whatever else nobody took;
    `otherwise` hears the rest.
    `touches` take presses that leave the person's screen alone, wherever they are made;
    `watchers` see every message that is not edited, in private and in chats of the bot's own.
    """

    commands: Mapping[str, Listener] = field(default_factory=dict)
    presses: Mapping[str, Listener] = field(default_factory=dict)
    places: Mapping[str, Renderer] = field(default_factory=dict)
    guards: tuple[Listener, ...] = ()
    listeners: tuple[Listener, ...] = ()
    odd: tuple[Listener, ...] = ()
    otherwise: Handler | None = None
    touches: Mapping[str, Touched] = field(default_factory=dict)
    watchers: tuple[Touched, ...] = ()

    def __or__(self, other: "Routes") -> "Routes":
        return Routes(
            {**self.commands, **other.commands},
            {**self.presses, **other.presses},
            {**self.places, **other.places},
            (*self.guards, *other.guards),
            (*self.listeners, *other.listeners),
            (*self.odd, *other.odd),
            other.otherwise or self.otherwise,
            {**self.touches, **other.touches},
            (*self.watchers, *other.watchers),
        )

    def answer(self, touch: Touch) -> Answer | None:
        """None where it is nobody's."""
        if touch.data:
            touched = self.touches.get(touch.data.partition(":")[0])
            return touched(touch) if touched else None
        answers = (watcher(touch) for watcher in self.watchers)
        return next((answer for answer in answers if answer is not None), None)

    def reply(self, visit: Visit) -> Reply:
        reply = _first(self.guards, visit) if visit.written else None
        if reply is not None:
            return reply
        handler = self._handler(visit)
        reply = handler(visit) if handler else None
        if reply is not None:
            return reply
        typed = visit.text and not visit.text.startswith("/")
        reply = (_first(self.listeners, visit) if typed else None) or _first(self.odd, visit)
        if reply is not None:
            return reply
        if self.otherwise is None:
            raise LookupError("nobody takes what nobody took")
        return self.otherwise(visit)

    def screen(self, visit: Visit, place: str) -> Screen:
        """The screen of a place; of the menu where the place is no longer known."""
        name, _, argument = place.partition(":")
        renderer = self.places.get(name) or self.places["menu"]
        return renderer(visit, argument)

    def _handler(self, visit: Visit) -> Listener | None:
        if visit.data:
            return self.presses.get(visit.data.partition(":")[0])
        if visit.text.startswith("/"):
            return self.commands.get(command_of(visit.text))
        return None


def _first(listeners: tuple[Listener, ...], visit: Visit) -> Reply | None:
    replies = (listener(visit) for listener in listeners)
    return next((reply for reply in replies if reply is not None), None)


def command_of(text: str) -> str:
    """`start` of `/Start@some_bot argument`."""
    return text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if text[1:].strip() else ""
