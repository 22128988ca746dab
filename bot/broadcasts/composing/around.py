"""What composing needs of the rest of the bot, and how its steps speak."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from bot.broadcasts.composing.buttons import Targets
from bot.broadcasts.composing.drafts import Draft
from bot.chat.screens import Screen
from bot.chat.visit import Reply, Visit
from bot.texts.language import Language


class Rights(Protocol):
    """Who may, and the list of who did what."""

    def may(self, connection: Connection, user_id: int, *roles: str) -> bool: ...

    def members(self, connection: Connection, *roles: str) -> list[int]: ...

    def note(
        self, connection: Connection, at: datetime, actor: int, action: str, subject: str
    ) -> None: ...


@dataclass(frozen=True)
class Around:
    """`rate` is messages a second for the whole bot; `country_name` tells one in a language.

    `test` is called for the draft that is to be copied to its author, `sent` for a broadcast that
    begins: both for what is about to be committed.
    """

    rights: Rights
    targets: Targets
    country_name: Callable[[str, Language], str]
    rate: float
    test: Callable[[Draft, str], None]
    sent: Callable[[], None]


Show = Callable[[Around, Visit, Draft, str], Screen]
Act = Callable[[Around, Visit, Draft, str], Reply | None]


def notice(visit: Visit, what: str, **values: object) -> str:
    """One of the sentences of `broadcast_notice.j2`."""
    given = {"most": "", "language": "", "languages": "", "guides": ""}
    return visit.language.page("broadcast_notice", **{**given, **values, "what": what})
