"""One HTTP request, with the times it may take."""

from dataclasses import dataclass
from typing import Self

from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from yarl import URL

from bot.delivery.bodies import Body


@dataclass(frozen=True, slots=True)
class Timeouts:
    """In seconds, None for no limit: between two reads, for a piece of the body to be taken, to
    connect, for a free place in the pool; `media_write` stands in for `write` with files.
    """

    read: float | None = 5
    write: float | None = 5
    connect: float | None = 5
    pool: float | None = 1
    media_write: float | None = 20

    def with_given(
        self,
        *,
        read: ODVInput[float],
        write: ODVInput[float],
        connect: ODVInput[float],
        pool: ODVInput[float],
        files: bool,
    ) -> Self:
        """Those of one request; the library marks what its caller left open with DEFAULT_NONE."""
        usual_write = self.media_write if files else self.write
        return type(self)(
            read=_given(read, self.read),
            write=_given(write, usual_write),
            connect=_given(connect, self.connect),
            pool=_given(pool, self.pool),
        )


@dataclass(frozen=True, slots=True)
class Order:
    """`verb` is GET or POST; `name` the Bot API method, to speak of in errors."""

    verb: str
    url: URL
    name: str
    body: Body | None
    limits: Timeouts


def _given(timeout: ODVInput[float], usual: float | None) -> float | None:
    return usual if isinstance(timeout, DefaultValue) else timeout
