"""Roles in words: their names, and what each may do."""

from bot.chat.roles import ADMIN, EDITOR, MODERATOR, OWNER
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


def role_means(role: str, language: Language) -> str:
    say = language.say
    meanings = {
        OWNER: say("everything, and who has which role: /admin"),
        ADMIN: say("messages to many: /broadcast, numbers: /stats, health: /admin"),
        MODERATOR: say("the stories that wait: /queue"),
        EDITOR: say("where people stop: /stats, and what readers report as wrong"),
    }
    return meanings[role]
