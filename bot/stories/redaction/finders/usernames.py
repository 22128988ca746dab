"""Usernames: with an @, by their shape, or by the words before them."""

import re
from collections.abc import Iterator, Mapping

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

LONG_NICK = 5
# The sign that each holds is looked for first.
SHAPES: Mapping[str, re.Pattern[str]] = {
    "@": re.compile(r"(?<![\w@.])@[\w](?:[\w.\-]{0,38}\w)?"),
    "u/": re.compile(r"(?<![\w/])/?u/[\w\-]{3,}"),
    "#": re.compile(r"(?<![\w@.])[^\W\d_][\w.]{1,31}#\d{4}\b"),
    ".": re.compile(r"(?<![\w@.\-/])[a-z]{3,}\.(?:[a-z]{2,}\.?)?\d{2,4}(?![\w@.]\w)"),
}
UNDERSCORED = re.compile(r"(?<![\w@.])[^\W_]\w{0,30}(?:\.\w{1,30}){0,3}(?!\w)")
PLAIN = re.compile(
    r"\b(?:nick|nickname|nicka|nickiem|pseudonim|ksywa|ksywka|handle|screen name|gamertag|user ?name|user id"
    r"|login|loginem|nome utente|utente|profilo|profil|account|nazwa użytkownika|alias)\b"
    r"(?P<said>(?: (?:is|was|è|era|to|brzmi|jest|on \w+ is|there is|su \w+ è)|:| =)*)[ \"'“„«@]{1,2}"
    r"(?P<nick>[a-z][\w\-]{2,30})"
)
NICKS = (
    "nick",
    "pseudonim",
    "ksyw",
    "handle",
    "screen",
    "gamertag",
    "user",
    "nome",
    "nazwa",
    "login",
    "alias",
)
PASSWORD = re.compile(
    r"\b(?:has[łl]\w{0,2}|password|passcode)\b[^.!?\n\"„“”]{0,24}[\"„“'](?P<nick>[^\s\"„“”']{3,30})[\"”']"
)
# What is said of a login that is no login.
STATES = frozenset(
    {
        "taken",
        "wrong",
        "invalid",
        "blocked",
        "locked",
        "expired",
        "required",
        "correct",
        "incorrect",
    }
    | {
        "unknown",
        "gone",
        "already",
        "different",
        "page",
        "screen",
        "details",
        "name",
        "button",
        "form",
    }
    | {
        "errato",
        "sbagliato",
        "bloccato",
        "scaduto",
        "inesistente",
        "obbligatorio",
        "corretto",
        "valido",
    }
    | {
        "błędny",
        "nieprawidłowy",
        "zajęty",
        "zablokowany",
        "nieznany",
        "hasło",
        "oraz",
        "nieaktywny",
    }
)
TOLD = re.compile(
    r"(?: (?:di|na|on|for|del|dell|sul|w|do|we|there|here|is)\b[ ']?[\w]{2,12}){0,2}"
    r"(?:(?: ?'?[^\W\d_]{1,12}){1,6}(?=[,:]))?(?: (?:is|was|è|era|to|brzmi|jest|jako|jestem|mam|pod nazwą)|:| =| -|,)?[ \"'“„«@:]{1,3}(?P<nick>[\w.\-]{3,40})"
)


def find_usernames(story: Story) -> Iterator[Found]:
    for sign, pattern in SHAPES.items():
        for match in pattern.finditer(story.low) if sign in story.low else ():
            if any(char.isalpha() for char in match[0]):
                yield Found(match.start(), match.end(), "username")
    for match in UNDERSCORED.finditer(story.low) if "_" in story.low else ():
        if "_" in match[0].strip("_") and any(char.isalpha() for char in match[0]):
            yield Found(match.start(), match.end(), "username")
    yield from (Found(*match.span("nick"), "code") for match in PASSWORD.finditer(story.low))
    for match in PLAIN.finditer(story.low):
        if _is_nick(story, match):
            yield Found(*match.span("nick"), "username")
    for phrase in story.phrases("nick_words"):
        told = TOLD.match(story.low, story.words[phrase.last - 1].end)
        if told and _looks_made_up(told["nick"]):
            end = told.end() - (len(told["nick"]) - len(told["nick"].rstrip(".-")))
            yield Found(told.start("nick"), end, "username")


def _is_nick(story: Story, match: re.Match[str]) -> bool:
    """A plain word: after "my username is", or one that no list knows right after "nick"."""
    names, nick = story.vocabulary.names, match["nick"]
    if nick in names.function or nick in STATES:
        return False
    if ":" in match["said"] or "=" in match["said"]:
        return True
    if not match[0].startswith(NICKS) or match[0].startswith("utente"):
        return False
    return bool(match["said"]) or (len(nick) > LONG_NICK and nick not in names.common)


def _looks_made_up(nick: str) -> bool:
    bare = nick.rstrip(".-")
    return any(char.isdigit() or char in "_." for char in bare) and any(map(str.isalpha, bare))
