"""How a call can end without an answer, told apart by what Telegram may have done with it.

Everything here is a `TelegramError` of the library, so that who catches those catches these.
"""

import datetime as dt

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut


class Unsent(TelegramError):  # noqa: N818 - named as the library names its errors
    """No byte of the call left this machine: repeating it later doubles nothing."""

    __slots__ = ()


class Held(Unsent, RetryAfter):
    """The gate kept the call back, because Telegram asked for silence."""

    __slots__ = ()

    def __init__(self, seconds: float) -> None:
        super().__init__(dt.timedelta(seconds=seconds))

    @property
    def seconds(self) -> float:
        """How long the silence still lasts."""
        return self._retry_after.total_seconds()


class ReplyHeld(Held):
    """A reply would have waited longer than a person does: its screen is to be owed."""

    __slots__ = ()


class GateStopped(Unsent):
    """The bot is stopping and lets no more bulk messages go."""

    __slots__ = ()


class Unwritable(Unsent, BadRequest):
    """The call itself cannot be sent: a text that is no Unicode, a file that is closed."""

    __slots__ = ()


class Unreachable(Unsent, NetworkError):  # noqa: N818 - as above
    """No connection to the server could be made."""

    __slots__ = ()


class NoConnectionInTime(Unsent, TimedOut):
    """The time for getting a connection, from the pool or to the server, ran out."""

    __slots__ = ()


def outcome_unknown(error: TelegramError) -> bool:
    """Whether Telegram may have done what was asked although the call failed.

    True for a lost connection, a missing or unreadable answer and a server error (5xx). All else
    was either refused by Telegram or never sent.
    """
    return isinstance(error, NetworkError) and not isinstance(error, (BadRequest, Unsent))
