"""What moderators did lately, the newest first, in the reader's words."""

from sqlalchemy import Connection

from bot.chat.roles.roles import short
from bot.chat.screens import Screen
from bot.stories.moderation import store
from bot.stories.moderation.card_text import Address
from bot.texts.language import Language

SHOWN = 20
_say = str
# The story's number comes after them where it has one.
DEEDS = {
    "publish": _say("published"),
    "reject": _say("rejected"),
    "ask": _say("asked the author"),
    "aside": _say("set aside"),
    "take_up": _say("took up again"),
    "mask": _say("masked more"),
    "tags": _say("changed the tags"),
    "links": _say("changed the links"),
    "take_off": _say("took off"),
    "take_off_note": _say("took off a comment of"),
    "dismiss": _say("found nothing wrong with"),
    "pause": _say("paused taking stories"),
    "resume": _say("let stories be taken again"),
    "post again": _say("had the post sent again of"),
    "post is there": _say("showed me the post of"),
}


def deeds_screen(connection: Connection, language: Language, address: Address) -> Screen:
    """`address` is where a published story is read."""
    lines = [
        {
            "at": f"{one.at:%Y-%m-%d %H:%M}",
            "who": short(one.moderator),
            "what": language.say(DEEDS.get(one.action, one.action)),
            "number": int(one.subject) if _is_number(one.subject) else None,
        }
        for one in store.logged(connection, SHOWN)
    ]
    return Screen(language.page("moderation_deeds", lines=lines, address=address))


def _is_number(subject: str) -> bool:
    """A submission's key has a fixed length, and may be all digits."""
    return subject.isdecimal() and len(subject) < store.KEY_LETTERS
