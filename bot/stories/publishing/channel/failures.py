"""What a failed call to the channel means for the post it was about."""

import enum
import re

from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.delivery.errors import Unsent, Unwritable, outcome_unknown
from bot.texts.language import Language


class Failure(enum.Enum):
    """`MAYBE`: done or not, nobody knows. `REFUSED` is about this post, `CLOSED` about all."""

    HELD = enum.auto()
    UNSENT = enum.auto()
    MAYBE = enum.auto()
    UNCHANGED = enum.auto()
    ABSENT = enum.auto()
    TOO_OLD = enum.auto()
    REFUSED = enum.auto()
    CLOSED = enum.auto()


_WORDS = (
    (Failure.UNCHANGED, re.compile("message is not modified", re.IGNORECASE)),
    (Failure.ABSENT, re.compile(r"message to \w+ not found|message_id_invalid", re.IGNORECASE)),
    (Failure.TOO_OLD, re.compile("message can't be deleted", re.IGNORECASE)),
    (Failure.CLOSED, re.compile(r"chat not found|rights|administrator|chat_\w+", re.IGNORECASE)),
)


def failure_of(error: TelegramError) -> Failure:
    if isinstance(error, RetryAfter):
        return Failure.HELD
    if isinstance(error, Unwritable):
        return Failure.REFUSED
    if isinstance(error, Unsent):
        return Failure.UNSENT
    if outcome_unknown(error):
        return Failure.MAYBE
    if isinstance(error, BadRequest):
        found = (failure for failure, words in _WORDS if words.search(error.message))
        return next(found, Failure.REFUSED)
    return Failure.CLOSED


def seconds_of(error: TelegramError) -> float:
    """How long Telegram wants silence; 0 where it does not."""
    if not isinstance(error, RetryAfter):
        return 0.0
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


def advice(error: TelegramError, language: Language) -> str:
    """For admins: what to do that the channel takes posts again."""
    say = language.say
    if isinstance(error, ChatMigrated):
        return say(
            "The channel has another id now: set CHANNEL_ID=%(channel)s and restart me.",
            channel=error.new_chat_id,
        )
    if "chat not found" in error.message.lower():
        return say(
            "Telegram knows no such channel: check /admin or CHANNEL_ID, and that I am in it."
        )
    if failure_of(error) is Failure.CLOSED:
        return say("The channel refuses me: make me an administrator who posts, edits and deletes.")
    return say("Telegram refuses what I post in the channel.")
