"""What is counted, by name: how often, never who. Features count, `/stats` shows.

Names have 40 characters at most: `?opt_out:number` is a question of a guide that was asked.
"""

from typing import Protocol

STARTED, FINISHED = "started", "finished"
ASKED, ANSWERED = "?", "!"
LEFT, MISSED, WORD = "left", "missed", "word"
COUNTRY = "*"
"""In place of a question: which country."""


class Count(Protocol):
    """`by` may be negative: what was counted before is taken back."""

    def __call__(self, name: str, by: int = 1) -> None: ...


class MissedSearch(Protocol):
    """Somebody's words (`person` is their chat id) that found no guide."""

    def __call__(self, person: int, text: str, language: str) -> None: ...
