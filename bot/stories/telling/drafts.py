"""What somebody is writing: a value, sealed into one row, gone after 24 hours."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy import Connection

from bot.storage.vault import Vault
from bot.stories.model import LONGEST, LONGEST_NOTE, SHORTEST, SHORTEST_NOTE, Kind
from bot.stories.telling import store

ANSWER = "answer"
MOST_MESSAGES = 100
PADDING = 2048
Span = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """One message of the person's, cleaned."""

    message_id: int
    text: str


@dataclass(frozen=True)
class Draft:
    """`kind` is a Kind or ANSWER; `about` a story's number.

    `added` are spans of the text that the author masks as well, `kept` those found by mistake.
    `messages` are ids in the chat that show what was written, the oldest first.
    """

    kind: str = Kind.STORY
    about: int | None = None
    teller: str = ""
    sector: str = ""
    tags: tuple[str, ...] = ()
    nickname: str = ""
    company: str = ""
    parts: tuple[Part, ...] = ()
    added: tuple[Span, ...] = ()
    kept: tuple[Span, ...] = ()
    messages: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts)

    @property
    def is_story(self) -> bool:
        return self.kind == Kind.STORY

    @property
    def is_empty(self) -> bool:
        """Nothing would be lost with it."""
        return not (self.parts or self.teller or self.nickname)

    @property
    def shortest(self) -> int:
        return SHORTEST if self.is_story else SHORTEST_NOTE

    @property
    def longest(self) -> int:
        return LONGEST if self.is_story else LONGEST_NOTE

    @property
    def is_long_enough(self) -> bool:
        return self.shortest <= len(self.text) <= self.longest

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, kept: str) -> Self:
        values: dict[str, Any] = json.loads(kept)
        spans = {name: tuple((a, b) for a, b in values[name]) for name in ("added", "kept")}
        parts = tuple(Part(**part) for part in values["parts"])
        rest = {name: tuple(values[name]) for name in ("tags", "messages")}
        return cls(**{**values, **spans, **rest, "parts": parts})


class Drafts:
    """Sealed and padded, so that neither the words nor their number can be read off the row."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def load(self, connection: Connection, chat_id: int, now: datetime) -> Draft | None:
        """None when there is none, it is older than 24 hours, or it cannot be read any more:
        its key is gone, or another version of the bot wrote it.
        """
        sealed = store.load(connection, chat_id, now)
        opened = self._vault.open(sealed, _about(chat_id)) if sealed is not None else None
        try:
            return Draft.from_json(opened) if opened is not None else None
        except (KeyError, TypeError, ValueError):
            return None

    def save(self, connection: Connection, chat_id: int, draft: Draft, now: datetime) -> None:
        text = draft.to_json()
        padded = text.ljust(-(-len(text) // PADDING) * PADDING)
        store.save(connection, chat_id, self._vault.seal(padded, _about(chat_id)), now)

    def expire(self, connection: Connection, chat_id: int, now: datetime) -> bool:
        """Whether one older than 24 hours was removed: it must be wiped from the log as well."""
        return store.expire(connection, chat_id, now)

    def remove(self, connection: Connection, chat_id: int) -> None:
        store.remove(connection, chat_id)

    def forget_old(self, connection: Connection, now: datetime) -> int:
        """How many were removed; a chore of every hour."""
        return store.forget_old(connection, now)

    def export(self, connection: Connection, chat_id: int, now: datetime) -> dict[str, Any]:
        """What the person is writing, as they wrote it; empty when there is nothing."""
        draft = self.load(connection, chat_id, now)
        if draft is None:
            return {}
        left_out = {"messages", "added", "kept", "parts"}
        told = {name: value for name, value in vars(draft).items() if name not in left_out}
        return {**told, "text": draft.text}


def _about(chat_id: int) -> str:
    return f"draft {chat_id}"
