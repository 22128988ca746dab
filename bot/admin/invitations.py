"""Links that give a role: good once and for an hour, in memory alone, gone with a restart."""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LIFE = timedelta(hours=1)
MOST = 100


@dataclass(frozen=True)
class Invitation:
    """`by` is the owner who made it; `taken` the update that used it up, None while it is good."""

    role: str
    by: int
    until: datetime
    taken: int | None = None


class Invitations:
    """Times are aware. An update that is tried again finds what it used up itself."""

    def __init__(self) -> None:
        self._waiting: dict[str, Invitation] = {}

    def make(self, role: str, by: int, now: datetime) -> str:
        """The token of a new one; beyond a hundred the oldest goes."""
        good = [item for item in self._waiting.items() if item[1].until > now]
        token = secrets.token_hex(16)
        self._waiting = dict([*good[1 - MOST :], (token, Invitation(role, by, now + LIFE))])
        return token

    def find(self, token: str, now: datetime, update_id: int | None = None) -> Invitation | None:
        """What the token is good for at the moment."""
        known = next((one for one in self._waiting if _same(one, token)), None)
        one = self._waiting[known] if known else None
        if one is None or one.until <= now:
            return None
        return one if one.taken is None or one.taken == update_id else None

    def take(self, token: str, update_id: int) -> None:
        """Nobody else can use it from now on."""
        self._waiting[token] = replace(self._waiting[token], taken=update_id)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
