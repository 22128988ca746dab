"""`/admin` and its screens. To whoever may not, the command and its buttons do not exist."""

from collections.abc import Callable, Mapping

from bot.admin.audit import audit_screen
from bot.admin.health import Health
from bot.admin.joining import Joining
from bot.admin.members import Members
from bot.admin.role_words import role_name
from bot.admin.setup import own_chats_screen
from bot.chat.roles import ADMIN, ROLES, Chats, Roles
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit

Page = Callable[[Visit, str], Screen]


class Pages:
    """A page is shown this once and kept nowhere: the right to see it is asked at every press."""

    def __init__(
        self,
        roles: Roles,
        chats: Chats,
        health: Health,
        members: Members,
        joining: Joining,
        username: Callable[[], str],
    ) -> None:
        self._roles, self._health, self._joining = roles, health, joining
        self._for_admins: Mapping[str, Page] = {
            "": lambda visit, _: health.screen(visit),
            "audit": lambda visit, page: audit_screen(visit, roles, page),
        }
        self._for_owners: Mapping[str, Page] = {
            "people": members.screen,
            "take": members.ask,
            "taken": members.take,
            "invite": self._invite,
            "chats": lambda visit, _: own_chats_screen(visit, chats, username()),
        }

    def routes(self) -> Routes:
        presses = {"admin": self.press, "join": self._joining.accept}
        return Routes(commands={"admin": self.command}, presses=presses)

    def command(self, visit: Visit) -> Reply | None:
        return self._shown(visit, "", "")

    def press(self, visit: Visit) -> Reply | None:
        """`admin`, `admin:<page>` or `admin:<page>:<what>`."""
        _, page, what = (*visit.data.split(":", 2), "", "")[:3]
        return self._shown(visit, page, what)

    def _shown(self, visit: Visit, page: str, what: str) -> Reply | None:
        person, connection = visit.person, visit.connection
        owners = self._for_owners.get(page)
        if owners is not None and self._roles.may(connection, person.chat_id):
            return Reply(person, person.place, screen=owners(visit, what))
        admins = self._for_admins.get(page)
        if admins is not None and self._roles.may(connection, person.chat_id, ADMIN):
            return Reply(person, person.place, screen=admins(visit, what))
        return None

    def _invite(self, visit: Visit, role: str) -> Screen:
        language = visit.language
        if role not in ROLES:
            return self._health.screen(visit)
        link = self._joining.invite(visit, role)
        text = language.page("admin_invite", role=role_name(role, language), link=link)
        rows = (
            (Button(language.say("📋 Copy the link"), copy=link),),
            (Button(language.say("‹ Back"), "admin:people"),),
        )
        return Screen(text, rows)
