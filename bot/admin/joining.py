"""Links that were sent to somebody: an invitation to a role, and the first owner's."""

import hmac
import secrets
from collections.abc import Callable

from sqlalchemy import Connection

from bot.admin.invitations import Invitation, Invitations
from bot.admin.role_words import role_means, role_name
from bot.chat.people import MENU
from bot.chat.roles import OWNER
from bot.chat.roles.roles import short
from bot.chat.screens import Button, Screen
from bot.chat.telling import Telling
from bot.chat.visit import Reply, Visit

OWN, ROLE = "own_", "role_"


class Joining:
    """`username` gives the bot's; `changed` hears of a role that was given."""

    def __init__(
        self,
        telling: Telling,
        username: Callable[[], str],
        changed: Callable[[Connection], object],
    ) -> None:
        self._telling, self._roles = telling, telling.roles
        self._username, self._changed = username, changed
        self._invitations = Invitations()
        self._token, self._used_by = "", (0, 0)

    def start(self, connection: Connection) -> None:
        """Without an owner there is one link, which dies with the process."""
        if not self._roles.members(connection, OWNER):
            self._token = secrets.token_hex(16)

    @property
    def owner_link(self) -> str:
        """To be printed on the terminal, and nowhere else; empty where there is an owner."""
        return self._link(OWN + self._token) if self._token else ""

    def invite(self, visit: Visit, role: str) -> str:
        """A link for one person; whoever calls this has checked that it is an owner."""
        return self._link(ROLE + self._invitations.make(role, visit.person.chat_id, visit.now))

    def open_link(self, visit: Visit, argument: str) -> Reply | None:
        """None for what is no link of these, and for an owner's link that does not count."""
        if argument.startswith(OWN):
            return self._own(visit, argument.removeprefix(OWN))
        if not argument.startswith(ROLE):
            return None
        token = argument.removeprefix(ROLE)
        invitation = self._good(visit, token)
        return self._ask(visit, invitation, token) if invitation else _too_late(visit)

    def accept(self, visit: Visit) -> Reply | None:
        """`join:<token>`: to whoever presses it first."""
        token = visit.data.partition(":")[2]
        invitation = self._good(visit, token)
        if invitation is None:
            return _too_late(visit)
        self._invitations.take(token, _update_id(visit))
        connection, person, role = visit.connection, visit.person.chat_id, invitation.role
        self._roles.grant(connection, invitation.by, person, role, visit.now)
        self._changed(connection)
        self._telling.owners(
            connection,
            lambda its: its.say(
                "%(who)s has taken your invitation and has this role now: %(role)s.",
                who=short(person),
                role=role_name(role, its),
            ),
        )
        language, name = visit.language, role_name(role, visit.language)
        means = role_means(role, language)
        return Reply(visit.person, MENU, language.page("role_taken", role=name, means=means))

    def _own(self, visit: Visit, token: str) -> Reply | None:
        used = (visit.person.chat_id, _update_id(visit))
        is_it = bool(self._token) and hmac.compare_digest(token.encode(), self._token.encode())
        if not is_it or self._used_by not in {(0, 0), used}:
            return None
        if self._roles.members(visit.connection, OWNER):
            return None
        self._used_by = used
        connection, person = visit.connection, visit.person.chat_id
        self._roles.grant(connection, person, person, OWNER, visit.now)
        self._changed(connection)
        return Reply(visit.person, MENU, visit.language.page("owner_now"))

    def _good(self, visit: Visit, token: str) -> Invitation | None:
        """One of somebody who is still an owner."""
        one = self._invitations.find(token, visit.now, _update_id(visit))
        return one if one and self._roles.may(visit.connection, one.by) else None

    def _ask(self, visit: Visit, invitation: Invitation, token: str) -> Reply:
        language = visit.language
        text = language.page("role_asked", role=role_name(invitation.role, language))
        rows = (
            (Button(language.say("Yes, I will"), f"join:{token}"),),
            (Button(language.say("No, thank you"), "menu"),),
        )
        return Reply(visit.person, visit.person.place, screen=Screen(text, rows))

    def _link(self, argument: str) -> str:
        return f"https://t.me/{self._username()}?start={argument}"


def _too_late(visit: Visit) -> Reply:
    return Reply(visit.person, visit.person.place, visit.language.page("role_too_late"))


def _update_id(visit: Visit) -> int:
    return visit.update.update_id if visit.update else 0
