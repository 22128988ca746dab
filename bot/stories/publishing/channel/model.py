"""A post of the channel, and what of its story stands in it."""

from dataclasses import dataclass
from enum import StrEnum


class PostState(StrEnum):
    """`UNKNOWN`: cut on its way, it may be there or not. `GONE`: somebody removed it."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DELETING = "deleting"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


@dataclass(frozen=True)
class Post:
    """`labels` are those it shows, as `Story.labels` writes them; `tries` counts refusals."""

    number: int
    state: PostState
    message_id: int | None
    labels: str
    is_stale: bool
    tries: int


@dataclass(frozen=True)
class Story:
    number: int
    language: str
    teller: str
    sector: str
    text: str
    nickname: str
    company: str
    tags: tuple[str, ...]
    links: bool
    continues: int | None
    up: int
    down: int
    closed: bool

    @property
    def labels(self) -> str:
        return "closed" if self.closed else f"{self.up} {self.down}"
