"""What the database of the bot that dies holds, seen from outside."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

AT_WORK = {
    "owed": "SELECT count(*) FROM owed",
    "inbox": "SELECT count(*) FROM inbox",
    "notices": "SELECT count(*) FROM notices",
    "new": "SELECT count(*) FROM submissions WHERE state = 'new'",
    "cards": "SELECT count(*) FROM cards WHERE stale",
    "posts": "SELECT count(*) FROM channel_posts WHERE state IN ('pending', 'sending', 'deleting')",
}


@dataclass(frozen=True)
class Rows:
    """Receipts are hashes. `states` and `numbers` go by them, a story's number is None before it
    is published; `texts` are all that was said; `posts` are states and messages by number.
    """

    states: list[tuple[bytes, str, int | None]]
    texts: list[str]
    drafts: set[int]
    posts: dict[int, tuple[str, int | None]]
    set_aside: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> dict[bytes, int]:
        return {receipt: number for receipt, _, number in self.states if number is not None}

    @property
    def withdrawn(self) -> set[bytes]:
        return {receipt for receipt, state, _ in self.states if state == "withdrawn"}

    def of(self, receipt: bytes) -> list[tuple[str, int | None]]:
        return [(state, number) for one, state, number in self.states if one == receipt]


def at_work(database: Path) -> list[str]:
    """What a bot at rest has none of. Raises sqlite3.Error while it cannot be read."""
    with _opened(database, "ro") as connection:
        counts = {name: connection.execute(query).fetchone()[0] for name, query in AT_WORK.items()}
    return [f"{count} in {name}" for name, count in counts.items() if count]


def read(database: Path, mode: str = "ro") -> Rows:
    """Raises sqlite3.Error while it cannot be read."""
    with _opened(database, mode) as connection:
        waiting = connection.execute("SELECT receipt, state, body FROM submissions").fetchall()
        stories = connection.execute("SELECT receipt, state, number FROM stories").fetchall()
        texts = connection.execute("SELECT text FROM story_texts").fetchall()
        posts = connection.execute("SELECT number, state, message_id FROM channel_posts").fetchall()
        drafts = connection.execute("SELECT chat_id FROM drafts").fetchall()
        aside = connection.execute("SELECT error FROM set_aside").fetchall()
    return Rows(
        [*((receipt, state, None) for receipt, state, _ in waiting), *stories],
        [*(json.loads(body)["text"] for _, _, body in waiting), *(text for (text,) in texts)],
        {chat for (chat,) in drafts},
        {number: (state, message) for number, state, message in posts},
        [error for (error,) in aside],
    )


def read_of_the_dead(database: Path, aside: Path) -> Rows:
    """From a copy: to read what a crash has left is to repair it."""
    aside.mkdir(exist_ok=True)
    for file in database.parent.glob(f"{database.name}*"):
        if not file.name.endswith(("-shm", ".lock")):
            shutil.copy(file, aside / file.name)
    found = read(aside / database.name, "rw")
    shutil.rmtree(aside)
    return found


def bytes_of(database: Path) -> bytes:
    """Of the file and its log."""
    files = sorted(database.parent.glob(f"{database.name}*"))
    return b"".join(file.read_bytes() for file in files)


def _opened(database: Path, mode: str) -> "closing[sqlite3.Connection]":
    return closing(sqlite3.connect(f"file:{database}?mode={mode}", uri=True, timeout=1))
