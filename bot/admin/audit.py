"""Who did what: the audit list, the newest first, a page at a time."""

from datetime import UTC

from bot.admin.health import moment
from bot.admin.paging import number_of, ways
from bot.admin.words import deed, highest, subject_words
from bot.chat.roles import Roles, store
from bot.chat.roles.roles import short
from bot.chat.roles.store import Noted
from bot.chat.screens import Screen
from bot.chat.visit import Visit

A_PAGE = 10


def audit_screen(visit: Visit, roles: Roles, page: str) -> Screen:
    """`page` is a number out of a button: forged ones show the first or the last."""
    count = store.count_noted(visit.connection)
    number = number_of(page, count, A_PAGE)
    noted = store.noted(visit.connection, number * A_PAGE, A_PAGE)
    lines = [_line(visit, roles, one) for one in noted]
    text = visit.language.page("admin_audit", lines=lines)
    return Screen(text, ways(visit.language, "admin:audit", number, count, A_PAGE))


def _line(visit: Visit, roles: Roles, one: Noted) -> dict[str, str]:
    language = visit.language
    return {
        "at": moment(visit, one.at.replace(tzinfo=UTC)),
        "who": f"{highest(roles.of(visit.connection, one.actor), language)} {short(one.actor)}",
        "what": deed(one.action, language),
        "subject": subject_words(one.subject, language),
    }
