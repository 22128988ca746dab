"""Withdrawing with a receipt: asked once, then gone for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from bot.chat.visit import Reply, Visit
from bot.stories import store as submissions
from bot.stories.keys import Keys
from bot.stories.model import State, Submission
from bot.stories.receipts import screens
from bot.stories.receipts.screens import PLACE
from bot.stories.receipts.store import Found, StoryStatus
from bot.stories.store import OPEN_STATES


@dataclass(frozen=True)
class Withdrawing:
    """`story` takes a published story back by its number, `note` a published comment, reply,
    correction or saying by its receipt's hash.
    """

    keys: Keys
    story: Callable[[Connection, int, date], object]
    note: Callable[[Connection, bytes], object]

    def ask(self, visit: Visit, found: Found, digits: str) -> Reply:
        """Says what goes."""
        screen = screens.withdraw_screen(found, digits, visit.language)
        return Reply(visit.person, PLACE, screen=screen)

    def do(self, visit: Visit, found: Found, digits: str) -> Reply:
        if isinstance(found, StoryStatus):
            self.story(visit.connection, found.number, visit.now.date())
        elif isinstance(found, Submission) and found.state in OPEN_STATES:
            submissions.close(visit.connection, found, State.WITHDRAWN)
        else:
            self.note(visit.connection, self.keys.receipt_hash(digits))
        screen = screens.gone_screen(found, visit.language)
        return Reply(visit.person, PLACE, screen=screen, wiped=True)
