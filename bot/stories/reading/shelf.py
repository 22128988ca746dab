"""A reader's shelf: favourites, what was read, voted on, felt or reported, the last search.

It is sealed, and padded so that its size does not tell how much is on it.
"""

import json
from dataclasses import dataclass, field, replace
from typing import Any, Self

from sqlalchemy import Connection

from bot.storage.vault import Vault
from bot.stories.reading.marks import Marks
from bot.stories.reading.store import put_shelf, remove_shelf, sealed_shelf

SMALLEST = 512
MOST_KEPT = 500
_MARKED = ("read", "voted", "felt", "reported")


@dataclass(frozen=True)
class Shelf:
    """`kept` are favourites, the newest first; `sought` the words of the last search."""

    kept: tuple[int, ...] = ()
    read: Marks = field(default_factory=Marks)
    voted: Marks = field(default_factory=Marks)
    felt: Marks = field(default_factory=Marks)
    reported: Marks = field(default_factory=Marks)
    sought: str = ""

    def keeping(self, number: int) -> Self:
        """With it or, where it was kept, without it; the oldest go when there are too many."""
        rest = tuple(one for one in self.kept if one != number)
        kept = rest if number in self.kept else (number, *rest)[:MOST_KEPT]
        return replace(self, kept=kept)

    def marked(self, name: str, number: int, *, there: bool = True) -> Self:
        marks: Marks = getattr(self, name)
        changes: dict[str, Any] = {name: marks.with_(number) if there else marks.without(number)}
        return replace(self, **changes)

    def as_json(self) -> dict[str, Any]:
        marks = {name: getattr(self, name).as_json() for name in _MARKED}
        return {"kept": list(self.kept), "sought": self.sought, **marks}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        marks = {name: Marks.from_json(kept.get(name, {})) for name in _MARKED}
        return cls(tuple(kept.get("kept", ())), sought=kept.get("sought", ""), **marks)


class Shelves:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def load(self, connection: Connection, chat_id: int) -> Shelf:
        """An empty one where there is none, or none that can be opened."""
        sealed = sealed_shelf(connection, chat_id)
        text = self._vault.open(sealed, _about(chat_id)) if sealed else None
        return Shelf.from_json(json.loads(text)) if text else Shelf()

    def save(self, connection: Connection, chat_id: int, shelf: Shelf) -> None:
        text = padded(json.dumps(shelf.as_json(), ensure_ascii=True, separators=(",", ":")))
        put_shelf(connection, chat_id, self._vault.seal(text, _about(chat_id)))

    def export(self, connection: Connection, chat_id: int) -> dict[str, Any]:
        """Numbers of stories, as a person can read them."""
        shelf = self.load(connection, chat_id)
        marks = {name: list(getattr(shelf, name)) for name in _MARKED}
        return {"favourites": list(shelf.kept), "last_search": shelf.sought, **marks}

    def remove(self, connection: Connection, chat_id: int) -> None:
        remove_shelf(connection, chat_id)


def padded(text: str) -> str:
    """With spaces at its end, as long as the next power of two."""
    length = SMALLEST
    while length < len(text):
        length *= 2
    return text.ljust(length)


def _about(chat_id: int) -> str:
    return f"shelf {chat_id}"
