"""Roles of people: granted and taken by an owner, looked at anew at every press."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from bot.chat.roles import store

OWNER, ADMIN, MODERATOR, EDITOR = ROLES = ("owner", "admin", "moderator", "editor")
LAST_DIGITS = 4


def short(user_id: int) -> str:
    """The end of an id: enough to tell a few people apart, and nobody else's business."""
    return f"…{str(user_id)[-LAST_DIGITS:]}"


class Roles:
    """`owners` and `moderators` come from the settings: no press takes those away.

    Nothing is kept between two calls: a role taken away ends with the next press.
    """

    def __init__(self, owners: Iterable[int], moderators: Iterable[int]) -> None:
        self._given = {OWNER: frozenset(owners), MODERATOR: frozenset(moderators)}

    def of(self, connection: Connection, user_id: int) -> frozenset[str]:
        given = {role for role, people in self._given.items() if user_id in people}
        return frozenset(given | store.of(connection, user_id))

    def may(self, connection: Connection, user_id: int, *roles: str) -> bool:
        """Whether the person has one of these roles; an owner may all."""
        return not self.of(connection, user_id).isdisjoint((OWNER, *roles))

    def is_given(self, user_id: int, role: str) -> bool:
        """Whether the settings say so: then it is changed there alone."""
        return user_id in self._given.get(role, ())

    def members(self, connection: Connection, *roles: str) -> list[int]:
        """The ids of all who have one of these roles, each once, in order."""
        given = (person for role in roles for person in self._given.get(role, ()))
        return sorted({*given, *store.members(connection, roles)})

    def grant(
        self, connection: Connection, actor: int, user_id: int, role: str, now: datetime
    ) -> bool:
        """False, and nothing is noted, where the person has it. Raises ValueError for no role."""
        if role not in ROLES:
            raise ValueError(role)
        if role in self.of(connection, user_id):
            return False
        store.add(connection, user_id, role)
        self.note(connection, now, actor, "granted", f"{role} {short(user_id)}")
        return True

    def take(
        self, connection: Connection, actor: int, user_id: int, role: str, now: datetime
    ) -> bool:
        """False, and nothing is done, where there is nothing to take or it is the last owner."""
        is_last = role == OWNER and self.members(connection, OWNER) == [user_id]
        if is_last or not store.remove(connection, user_id, role):
            return False
        self.note(connection, now, actor, "took away", f"{role} {short(user_id)}")
        return True

    def granted_at(self, connection: Connection, user_id: int, role: str) -> datetime | None:
        """When it was last granted (naive, in UTC); None for what the settings say."""
        return store.last_noted(connection, "granted", f"{role} {short(user_id)}")

    def note(
        self, connection: Connection, at: datetime, actor: int, action: str, subject: str
    ) -> None:
        """For the audit list: an action of at most 32 characters and what it was done to."""
        store.note(connection, at, actor, action, subject)
