"""Roles and deeds in the reader's language."""

from collections.abc import Iterable

from bot.chat.roles import ADMIN, EDITOR, MODERATOR, OWNER, ROLES
from bot.texts.language import Language


def role_name(role: str, language: Language) -> str:
    say = language.say
    names = {
        OWNER: say("owner"),
        ADMIN: say("admin"),
        MODERATOR: say("moderator"),
        EDITOR: say("editor"),
    }
    return names.get(role, role)


def highest(roles: Iterable[str], language: Language) -> str:
    """The first of them that matters; what somebody without any was once."""
    held = [role for role in ROLES if role in frozenset(roles)]
    return role_name(held[0], language) if held else language.say("no role any more")


def deed(action: str, language: Language) -> str:
    """What other parts note stands there as they note it."""
    say = language.say
    deeds = {
        "granted": say("gave the role"),
        "took away": say("took away the role"),
        "set up": say("chose the chat"),
        "left": say("made me leave the chat"),
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
