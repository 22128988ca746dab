"""What a failed call means for the person it was for, and for all others."""

import enum
import re
from dataclasses import dataclass

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.delivery.errors import Unsent, Unwritable, outcome_unknown

LONGEST_REASON = 40


class Rule(enum.Enum):
    """`HELD`, `UNSENT`: nothing was done, it is tried again. `MAYBE`: done or not, nobody knows.

    `LEFT`: this person cannot be reached. `ABSENT`: one of the two chats is not there. `REFUSED`:
    only this message. `SOURCE`: there is nothing left to copy, for anybody.
    """

    HELD = enum.auto()
    UNSENT = enum.auto()
    MAYBE = enum.auto()
    LEFT = enum.auto()
    ABSENT = enum.auto()
    REFUSED = enum.auto()
    SOURCE = enum.auto()


@dataclass(frozen=True)
class Failure:
    """`seconds` is how long Telegram wants silence in that chat; `reason` is for the report."""

    rule: Rule
    reason: str
    seconds: float = 0.0


_KINDS: tuple[tuple[type[TelegramError] | tuple[type[TelegramError], ...], Failure], ...] = (
    (Unwritable, Failure(Rule.REFUSED, "unwritable")),
    ((Unsent, InvalidToken), Failure(Rule.UNSENT, "offline")),
    (Forbidden, Failure(Rule.LEFT, "blocked")),
    (ChatMigrated, Failure(Rule.REFUSED, "migrated")),
)
_WORDS = (
    (
        Rule.SOURCE,
        re.compile(
            r"message to copy not found|message can't be copied|message_id_invalid"
            r"|no messages to copy|message identifier",
            re.IGNORECASE,
        ),
    ),
    (Rule.ABSENT, re.compile(r"chat not found|user not found|peer_id_invalid", re.IGNORECASE)),
)


def failure_of(error: TelegramError) -> Failure:
    if isinstance(error, RetryAfter):
        return Failure(Rule.HELD, "held", _seconds(error))
    for kinds, failure in _KINDS:
        if isinstance(error, kinds):
            return failure
    if outcome_unknown(error):
        return Failure(Rule.MAYBE, type(error).__name__)
    return _refusal(error)


def _refusal(error: TelegramError) -> Failure:
    """Told by Telegram's words, which `delivery` has stripped of all that people wrote."""
    if isinstance(error, BadRequest):
        for rule, words in _WORDS:
            if words.search(error.message):
                return Failure(rule, "gone" if rule is Rule.ABSENT else "source")
    return Failure(Rule.REFUSED, error.message[:LONGEST_REASON])


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
