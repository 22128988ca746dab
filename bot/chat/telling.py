"""Sentences for owners, admins and editors, each in their own language: a row first, sent by a worker."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from bot.chat.people import store as people
from bot.chat.roles import ADMIN, EDITOR, OWNER, Roles
from bot.chat.screens import Button
from bot.texts.language import Language

Words = Callable[[Language], str]
Buttons = Callable[[Language], Iterable[Button]]


class Post(Protocol):
    def __call__(
        self, connection: Connection, chat_id: int, text: str, buttons: Iterable[Button] = (), /
    ) -> None: ...


def no_buttons(_: Language) -> Iterable[Button]:
    return ()


@dataclass(frozen=True)
class Telling:
    """`post` is that of the notices; `languages` gives those that are served at the moment."""

    roles: Roles
    post: Post
    languages: Callable[[], Mapping[str, Language]]
    default: str

    def owners(self, connection: Connection, words: Words, buttons: Buttons = no_buttons) -> None:
        for owner in self.roles.members(connection, OWNER):
            self.person(connection, owner, words, buttons)

    def admins(self, connection: Connection, words: Words) -> None:
        """Owners too."""
        for admin in self.roles.members(connection, OWNER, ADMIN):
            self.person(connection, admin, words)

    def editors(self, connection: Connection, words: Words) -> None:
        """Owners and admins too."""
        for editor in self.roles.members(connection, OWNER, ADMIN, EDITOR):
            self.person(connection, editor, words)

    def person(
        self, connection: Connection, chat_id: int, words: Words, buttons: Buttons = no_buttons
    ) -> None:
        known = people.find(connection, chat_id)
        languages = self.languages()
        language = languages.get(known.language if known else "") or languages[self.default]
        self.post(connection, chat_id, words(language), buttons(language))
