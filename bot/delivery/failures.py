"""What went wrong with a request, as an error that says the method and the kind and no more.

The texts of aiohttp's exceptions hold the address, thus the token, so none of them is kept, not
even as a cause or context.
"""

import enum
import re
from dataclasses import dataclass

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.delivery.errors import NoConnectionInTime, Unreachable, Unwritable

METHOD = re.compile(r"/bot[^/]+/([A-Za-z]+)$")
HARMLESS = re.compile(r"(get|edit|set|delete)[A-Z]|answer(CallbackQuery|InlineQuery)|a file")


class Reach(enum.Enum):
    """How far a request got."""

    UNWRITTEN = "cannot be written"
    NOWHERE = "not connected"
    NO_ROOM = "no connection in time"
    SILENCE = "no answer in time"
    CUT = "connection lost"
    ODD = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    reach: Reach
    kind: str

    def may_be_repeated(self, method: str) -> bool:
        """Only what doubles nothing; a timeout never, its limit was the caller's to set."""
        if self.reach is Reach.CUT:
            return HARMLESS.match(method) is not None
        return self.reach is Reach.NOWHERE

    def as_error(self, method: str) -> TelegramError:
        words = f"{method}: {self.reach.value} ({self.kind})"
        match self.reach:
            case Reach.UNWRITTEN:
                return Unwritable(words)
            case Reach.NOWHERE:
                return Unreachable(words)
            case Reach.NO_ROOM:
                return NoConnectionInTime(words)
            case Reach.SILENCE:
                return TimedOut(words)
            case _:
                return NetworkError(words)


def failure_of(error: Exception) -> Failure:
    return Failure(_reach(error), type(error).__name__)


def _reach(error: Exception) -> Reach:
    match error:
        case aiohttp.ConnectionTimeoutError():
            return Reach.NO_ROOM
        case aiohttp.ClientConnectorError() | aiohttp.ClientHttpProxyError():
            return Reach.NOWHERE
        case TimeoutError():
            return Reach.SILENCE
        case aiohttp.ClientConnectionError() | aiohttp.ClientPayloadError() | OSError():
            return Reach.CUT
        case _:
            return Reach.ODD


def method_of(url: str) -> str:
    """`sendMessage` of `…/bot<token>/sendMessage`, "a file" for a download."""
    found = METHOD.search(url)
    return found[1] if found else "a file"
