"""The folded quote at the foot of a screen: where its facts come from and how fresh they are."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup

from bot.guides.facts import Fact
from bot.texts.html import escape, link
from bot.texts.language import Language

SITE_ROOM = 28


def sources_quote(facts: Iterable[Fact], language: Language, today: date) -> str:
    lines = dict.fromkeys(_line(fact, language, today) for fact in facts)
    heading = language.say("Sources")
    return f"<blockquote expandable>{heading}\n" + "\n".join(lines) + "</blockquote>"


def _line(fact: Fact, language: Language, today: date) -> str:
    source: str = link(fact.source, _site(fact.source))
    parts = [source, language.month(fact.month)]
    if fact.law:
        parts.insert(0, escape(fact.law))
    if fact.is_shaky(today):
        parts.append(language.say("check it on the official site"))
    return "• " + Markup(" · ").join(map(Markup, parts))


def _site(address: str) -> str:
    """The site's name, short enough for a phone."""
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    return host if len(host) <= SITE_ROOM else f"…{host[1 - SITE_ROOM :]}"
