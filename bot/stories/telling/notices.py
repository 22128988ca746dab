"""A word above the screen: what was refused and why, what was done."""

from collections.abc import Iterable

from bot.chat.visit import Visit
from bot.stories.redaction import Found
from bot.stories.words import MASKED


def notice(visit: Visit, what: str, **values: object) -> str:
    """One of the sentences of `telling_notice.j2`; numbers are written as the reader does."""
    told = {
        name: visit.language.number(value) if isinstance(value, int) else value
        for name, value in values.items()
    }
    return visit.language.page("telling_notice", **{**NOTHING, **told, "what": what})


def personal(visit: Visit, found: Iterable[Found]) -> str:
    kinds = dict.fromkeys(visit.language.say(MASKED[one.kind]) for one in found)
    return notice(visit, "personal", kinds=", ".join(kinds))


NOTHING = {"most": "", "over": "", "count": "", "kinds": "", "about": ""}
