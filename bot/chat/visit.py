"""What a handler gets and what it gives back: plain values, no calls to Telegram."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import Connection
from telegram import Update

from bot.chat.people import Person
from bot.chat.screens import Screen
from bot.chat.shape import sayable
from bot.texts.language import Language

_WIPED = "wiped"


@dataclass(frozen=True)
class Visit:
    """One update of one person, inside its transaction. `now` is aware, in UTC.

    `text` is what was typed, `written` that and what stands in a caption or an edit, `data` what a
    pressed button carries, `argument` what stood behind a command. `memory` lives as long as the unit: what was read need not be read again.
    """

    connection: Connection
    person: Person
    language: Language
    now: datetime
    update: Update | None = None
    text: str = ""
    written: str = ""
    data: str = ""
    argument: str = ""
    memory: dict[str, object] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.person.today(self.now)

    @property
    def pressed_id(self) -> int | None:
        """The message whose button was pressed."""
        query = self.update.callback_query if self.update else None
        return query.message.message_id if query and query.message else None

    @property
    def is_wiped(self) -> bool:
        return _WIPED in self.memory

    def wipe(self) -> None:
        """Something went that must not stay in the database's log, whatever is replied."""
        self.memory[_WIPED] = True

    def at(self, person: Person, language: Language) -> "Visit":
        return replace(self, person=person, language=language)


@dataclass(frozen=True)
class Reply:
    """Where the person is after the update, and what is said besides.

    `place` is kept: the screen they are at. `shows` is another place whose screen is shown this
    once; one of the two is rendered again after a crash. `screen` (when given) is shown instead
    and kept nowhere. `notice` stands above the screen, `toast` answers a press, `fresh` asks for a
    new message where one would be edited, `delete` names messages that must not stay in the chat.
    `erased`: the person is no longer known; `wiped`: something else went that must not stay in the
    database's log. `beside`: the pressed button stands under what is no screen and keeps it.
    """

    person: Person
    place: str
    notice: str = ""
    shows: str = ""
    toast: str = ""
    alert: bool = False
    screen: Screen | None = None
    fresh: bool = False
    delete: tuple[int, ...] = field(default=())
    erased: bool = False
    wiped: bool = False
    beside: bool = False


def visit_of(
    connection: Connection, update: Update, person: Person, language: Language, now: datetime
) -> Visit:
    message, query = update.message, update.callback_query
    text = sayable(message.text or "") if message else ""
    return Visit(
        connection,
        person,
        language,
        now,
        update,
        text=text,
        written=sayable(_written(update)),
        data=sayable(query.data or "?") if query else "",
        argument=_argument(text) if text.startswith("/") else "",
    )


def _written(update: Update) -> str:
    """Typed text wherever it stands: a message, a caption, an edit."""
    message = update.message or update.edited_message
    return (message.text or message.caption or "") if message else ""


def _argument(text: str) -> str:
    parts = text.split(maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
