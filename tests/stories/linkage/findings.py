"""What a check finds."""

from dataclasses import dataclass
from enum import StrEnum


class Leak(StrEnum):
    TEXT = "a story's text outside of its row"
    SECRET = "personal data that was masked"
    KEY = "the key of the installation"
    DRAFT = "a draft, or what is left of one"
    PERSON = "a person's id beside something of a story"
    PLACE = "a person's place tells what they did"
    RECEIPT = "the digits of a receipt"
    HASH = "a receipt's hash that can be recomputed without the key"
    ORDER = "an order better than chance"
    AUTHOR = "neighbours of one author more often than by chance"
    TIME = "a time finer than it may be"


@dataclass(frozen=True)
class Finding:
    """`where` names the file, or the table and column."""

    leak: Leak
    where: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.leak}: {self.where} {self.detail}".rstrip()
