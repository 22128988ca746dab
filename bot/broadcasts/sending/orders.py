"""What the sender has to do: a broadcast that runs, and the next of its recipients."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.broadcasts.audience import Audience
from bot.broadcasts.sending.contents import Content
from bot.broadcasts.states import RecipientState


@dataclass(frozen=True)
class Order:
    """`override`: quiet hours do not count. `pace` is in percent. `written`: so are all its
    recipients.
    """

    broadcast: int
    audience: Audience
    override: bool
    pace: int
    written: bool


@dataclass(frozen=True)
class Recipient:
    """`clock` is a text of `quiet`."""

    chat_id: int
    language: str
    clock: str


@dataclass(frozen=True)
class Taken:
    """Recipients whose rows say `sending` now; `exhausted` are clocks at which nobody waits."""

    recipients: tuple[Recipient, ...] = ()
    exhausted: frozenset[str] = frozenset()
    contents: Mapping[str, Content] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What becomes of a row that says `sending`. `silent_until` (aware): Telegram wants nothing
    sent before.
    """

    broadcast: int
    chat_id: int
    state: RecipientState
    reason: str = ""
    message_id: int | None = None
    count: int = 0
    silent_until: datetime | None = None
