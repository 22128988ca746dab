"""What the database of the bot that dies says of its broadcast, seen from outside."""

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_OVER = """
    SELECT state = 'done' AND NOT EXISTS (
        SELECT 1 FROM recipients WHERE broadcast = broadcasts.id AND state IN ('recall', 'correct')
    ) FROM broadcasts
"""


@dataclass(frozen=True)
class Rows:
    """Of the one broadcast there is: its state, the message that shows how far it is, the state
    of each recipient, and those whose message had left.
    """

    state: str
    live_message: int | None
    states: dict[int, str]
    away: frozenset[int]

    @property
    def tally(self) -> Counter[str]:
        return Counter(self.states.values())

    def having(self, *states: str) -> set[int]:
        return {chat for chat, state in self.states.items() if state in states}


def is_over(database: Path) -> bool:
    """And nothing is being done to its messages. False while it cannot be read."""
    try:
        with _opened(database, "ro") as connection:
            return bool(connection.execute(_OVER).fetchone()[0])
    except sqlite3.Error:
        return False


def read(database: Path, mode: str = "ro") -> Rows:
    """Raises sqlite3.Error while it cannot be read."""
    with _opened(database, mode) as connection:
        people = connection.execute("SELECT chat_id, state, reason FROM recipients").fetchall()
        state, live = connection.execute("SELECT state, live_message FROM broadcasts").fetchone()
    states = {chat: state for chat, state, _ in people}
    away = (chat for chat, state, reason in people if (state, reason) == ("sending", "away"))
    return Rows(state, live, states, frozenset(away))


def read_of_the_dead(database: Path, aside: Path) -> Rows:
    """From a copy: to read what a crash has left is to repair it."""
    aside.mkdir()
    for file in (database, database.with_name(f"{database.name}-wal")):
        if file.exists():
            shutil.copy(file, aside)
    found = read(aside / database.name, "rw")
    shutil.rmtree(aside)
    return found


def _opened(database: Path, mode: str) -> "closing[sqlite3.Connection]":
    return closing(sqlite3.connect(f"file:{database}?mode={mode}", uri=True, timeout=1))
