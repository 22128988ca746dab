"""What moderation asks of publishing."""

from datetime import date
from typing import Protocol

from sqlalchemy import Connection

from bot.stories.model import Submission


class Publisher(Protocol):
    """Units of work: the submission's rows go with what they do. Days are those of UTC."""

    def publish(self, connection: Connection, submission: Submission, today: date) -> int | None:
        """The number of the story; None when it no longer waits."""
        ...

    def publish_note(self, connection: Connection, submission: Submission, today: date) -> bool:
        """For all that is no story; False when it no longer waits or its story is gone."""
        ...

    def take_off(self, connection: Connection, number: int, /) -> None: ...

    def take_off_note(self, connection: Connection, number: int, position: int, /) -> bool:
        """One of the notes under a story; False when it is gone."""
        ...
