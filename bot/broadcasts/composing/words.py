"""Names of what is chosen: categories, audiences, versions."""

from bot.broadcasts.composing.drafts import REST
from bot.texts.language import LANGUAGES, Language

EVERYBODY = "all"
"""How buttons and places write the version for everybody else."""


def category_name(category: str, language: Language) -> str:
    return {
        "news": language.say("News"),
        "daily": language.say("Best of the day"),
        "weekly": language.say("Best of the week"),
        "service": language.say("Service notice"),
    }[category]


def role_name(role: str, language: Language) -> str:
    return {
        "owner": language.say("Owners"),
        "admin": language.say("Admins"),
        "moderator": language.say("Moderators"),
        "editor": language.say("Editors"),
    }[role]


def version_name(code: str, language: Language) -> str:
    return LANGUAGES[code] if code in LANGUAGES else language.say("Everybody else")


def coded(code: str) -> str:
    return code if code != REST else EVERYBODY


def decoded(text: str) -> str | None:
    """The language of a version; None for what names none."""
    if text == EVERYBODY:
        return REST
    return text if text in LANGUAGES else None
