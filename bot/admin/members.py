"""People with roles, as numbers with the day each was granted: names are not kept."""

import re
from collections.abc import Callable
from datetime import UTC

from sqlalchemy import Connection

from bot.admin.paging import number_of, ways
from bot.admin.role_words import role_means, role_name
from bot.chat.roles import ROLES
from bot.chat.screens import Button, Screen
from bot.chat.telling import Telling
from bot.chat.visit import Visit
from bot.texts.language import Language

A_PAGE = 10
_ONE = re.compile(rf"(\d{{1,16}}):({'|'.join(ROLES)})", re.ASCII)


class Members:
    """Of owners alone: whoever calls this has checked it. `changed` hears of a role taken away."""

    def __init__(self, telling: Telling, changed: Callable[[Connection], object]) -> None:
        self._telling, self._roles, self._changed = telling, telling.roles, changed

    def screen(self, visit: Visit, page: str = "") -> Screen:
        all_ = [
            (user_id, role)
            for role in ROLES
            for user_id in self._roles.members(visit.connection, role)
        ]
        number = number_of(page, len(all_), A_PAGE)
        shown = all_[number * A_PAGE :][:A_PAGE]
        lines = [self._line(visit, user_id, role) for user_id, role in shown]
        language = visit.language
        takes = [
            (Button(_take_label(user_id, role, language), f"admin:take:{user_id}:{role}"),)
            for user_id, role in shown
            if not self._roles.is_given(user_id, role)
        ]
        invites = tuple(
            Button(f"➕ {role_name(role, language)}", f"admin:invite:{role}") for role in ROLES
        )
        rows = (*takes, invites[:2], invites[2:])
        meanings = [(role_name(role, language), role_means(role, language)) for role in ROLES]
        text = language.page("admin_people", lines=lines, meanings=meanings)
        return Screen(text, (*rows, *ways(language, "admin:people", number, len(all_), A_PAGE)))

    def ask(self, visit: Visit, what: str) -> Screen:
        """`700000002:moderator`, out of a button."""
        one = _ONE.fullmatch(what)
        if one is None or int(one[1]) not in self._roles.members(visit.connection, one[2]):
            return self.screen(visit)
        language = visit.language
        text = language.page("admin_take", number=one[1], role=role_name(one[2], language))
        yes = Button(language.say("Yes, take it away"), f"admin:taken:{what}")
        return Screen(text, ((yes,), (Button(language.say("No, keep it"), "admin:people"),)))

    def take(self, visit: Visit, what: str) -> Screen:
        one, language = _ONE.fullmatch(what), visit.language
        if one is None:
            return self.screen(visit)
        user_id, role, actor = int(one[1]), one[2], visit.person.chat_id
        taken = self._roles.take(visit.connection, actor, user_id, role, visit.now)
        if not taken:
            return self.screen(visit).with_notice(
                language.say("That cannot be taken away: there must be an owner.")
                if self._roles.members(visit.connection, role) == [user_id]
                else language.say("That is settled already.")
            )
        self._changed(visit.connection)
        self._telling.person(
            visit.connection,
            user_id,
            lambda its: its.say(
                "You no longer have this role here: %(role)s.", role=role_name(role, its)
            ),
        )
        return self.screen(visit).with_notice(language.say("Taken away."))

    def _line(self, visit: Visit, user_id: int, role: str) -> dict[str, str]:
        at = self._roles.granted_at(visit.connection, user_id, role)
        given, zone = self._roles.is_given(user_id, role), visit.person.zone
        day = at.replace(tzinfo=UTC).astimezone(zone).date() if at and not given else None
        return {
            "number": str(user_id),
            "role": role_name(role, visit.language),
            "day": visit.language.long_date(day) if day else "",
            "given": "yes" if given else "",
        }


def _take_label(user_id: int, role: str, language: Language) -> str:
    return f"✖️ {role_name(role, language)} {user_id}"
