"""Who did what: the audit list, the newest first, a page at a time."""

from collections.abc import Iterable
from datetime import UTC

from bot.admin.health import moment
from bot.admin.paging import number_of, ways
from bot.admin.role_words import role_name
from bot.chat.roles import ROLES, Roles, store
from bot.chat.roles.roles import short
from bot.chat.roles.store import Noted
from bot.chat.screens import Screen
from bot.chat.visit import Visit
from bot.texts.language import Language

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


def highest(roles: Iterable[str], language: Language) -> str:
    """The first of them that matters; what somebody without any was once."""
    held = [role for role in ROLES if role in frozenset(roles)]
    return role_name(held[0], language) if held else language.say("no role any more")


def deed(action: str, language: Language) -> str:
    """What was done, as the part that noted it calls it."""
    say = language.say
    deeds = {
        "granted": say("gave the role"),
        "took away": say("took away the role"),
        "set up": say("chose the chat"),
        "left": say("made me leave the chat"),
        "sent a broadcast": say("sent the broadcast"),
        "reopened a broadcast": say("made the broadcast a draft again"),
        "paused a broadcast": say("paused the broadcast"),
        "went on with a broadcast": say("went on with the broadcast"),
        "cancelled a broadcast": say("cancelled the broadcast"),
        "recalled a broadcast": say("took back the broadcast"),
        "corrected a broadcast": say("corrected the broadcast"),
    }
    return deeds.get(action, action)


def subject_words(subject: str, language: Language) -> str:
    """`moderator …0002` and `channel_id …0001` in words; anything else as it is."""
    first, _, rest = subject.partition(" ")
    chats = {
        "channel_id": language.say("stories' channel"),
        "moderation_chat_id": language.say("moderators' chat"),
    }
    known = chats.get(first) or (role_name(first, language) if first in ROLES else first)
    return f"{known} {rest}".rstrip()
