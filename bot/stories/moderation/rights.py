"""Who moderates, where their cards go, and in which language they are spoken to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from bot.chat.people import store as people
from bot.chat.screens import Button
from bot.chat.touch import Touch
from bot.texts.language import Language


@dataclass(frozen=True)
class Rights:
    """`chat` gives the moderators' chat of the moment, if any, and `members` the ids of those who
    moderate: both are asked every time. Telegram guards the chat itself.
    """

    chat: Callable[[Connection], int | None]
    members: Callable[[Connection], Iterable[int]]

    def may(self, touch: Touch) -> bool:
        """To be asked anew at every press and reply."""
        if touch.private:
            return touch.user_id in self.members(touch.connection)
        return touch.chat_id == self.chat(touch.connection)

    def chats(self, connection: Connection) -> tuple[int, ...]:
        """The moderators' chat, or the private chat of each of them where there is none."""
        chat = self.chat(connection)
        return tuple(sorted(self.members(connection))) if chat is None else (chat,)

    def ours(self, connection: Connection) -> frozenset[int]:
        """Where a card may stand: not with a former moderator."""
        chat = self.chat(connection)
        return frozenset((*self.members(connection), *(() if chat is None else (chat,))))


@dataclass(frozen=True)
class Spoken:
    """`languages` gives those that are served at the moment: editors may save new ones."""

    languages: Callable[[], Mapping[str, Language]]
    default: str

    def usual(self) -> Language:
        return self.languages()[self.default]

    def of(self, connection: Connection, chat_id: int) -> Language:
        """That of the person in a private chat, else the default one."""
        person = people.find(connection, chat_id) if chat_id > 0 else None
        return self.languages().get(person.language if person else "") or self.usual()


class Post(Protocol):
    def __call__(
        self, connection: Connection, chat_id: int, text: str, buttons: Iterable[Button] = (), /
    ) -> None: ...


@dataclass(frozen=True)
class Moderators:
    """`post` is that of the notices: a row first, sent by their worker."""

    rights: Rights
    post: Post

    def tell(self, connection: Connection, text: str, buttons: Iterable[Button] = ()) -> None:
        """Plain text to each of their chats, with a button a row."""
        kept = tuple(buttons)
        for chat in self.rights.chats(connection):
            self.post(connection, chat, text, kept)
