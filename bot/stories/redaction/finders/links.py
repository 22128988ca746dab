"""Links and usernames."""

import re
from collections.abc import Iterator

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story
from bot.stories.redaction.vocabulary import everywhere

LINK = re.compile(r"(?:\b(?:https?|hxxps?|ftp|tg) ?:// ?|\bwww ?\. ?)[^\s<>\"“”»\ufffc]{2,}")
DOMAIN = re.compile(
    r"(?<![\w@.\-])(?:[^\W_][\w\-]{0,62}\.){1,4}(?P<top>[a-z]{2,10})\b(?P<path>[/?#:][^\s\ufffc]*)?"
)
TOPS = frozenset(
    [
        "com",
        "net",
        "org",
        "it",
        "pl",
        "eu",
        "uk",
        "info",
        "biz",
        "io",
        "gov",
        "edu",
        "us",
        "ie",
        "de",
        "fr",
        "es",
        "dev",
        "app",
        "ly",
        "me",
        "shop",
        "online",
        "site",
        "gg",
        "cc",
        "tk",
        "xyz",
        "ru",
        "example",
        "store",
        "club",
        "live",
        "tv",
        "co",
        "ca",
        "au",
        "ch",
        "at",
        "nl",
        "be",
        "cz",
        "sk",
        "ua",
    ]
)
# Words too: a forgotten space after a full stop makes "gone.it" of two sentences.
ALSO_WORDS = {
    "en": frozenset(
        [
            "it",
            "us",
            "me",
            "be",
            "at",
            "so",
            "no",
            "is",
            "to",
            "tv",
            "co",
            "info",
            "live",
            "online",
            "store",
            "club",
            "site",
        ]
    ),
    "it": frozenset(["me", "io", "si", "no", "es", "de", "at", "ch", "tv", "live", "info"]),
    "pl": frozenset(["io", "de", "tv", "co", "at", "es"]),
}
TRAILING = ".,;:!?)]}'\"»”…"
USERNAME = re.compile(r"(?<![\w@.])@[\w](?:[\w.\-]{0,38}\w)?")
REDDIT = re.compile(r"(?<![\w/])/?u/[\w\-]{3,}")
UNDERSCORED = re.compile(r"(?<![\w@.])[^\W_]\w{0,30}(?:\.\w{1,30}){0,3}(?!\w)")
DOTTED = re.compile(r"(?<![\w@.\-/])[a-z]{3,}\.(?:[a-z]{2,}\.?)?\d{2,4}(?![\w@.]\w)")
PLAIN = re.compile(
    r"\b(?:nick|nickname|nicka|nickiem|ksywa|ksywka|handle|screen name|gamertag)"
    r"(?: (?:is|was|è|era|to|brzmi|jest|on \w+ is)|:| =)+[ \"'“„«@]{1,2}(?P<nick>[a-z][\w\-]{2,30})"
)
TOLD = re.compile(
    r"(?: (?:di|na|on|for|del|dell|sul|w|there|here|is)\b[ ']?[\w]{2,12}){0,2}"
    r"(?: (?:is|was|è|era|to|brzmi|jest)|:| =| -|,)?[ \"'“„«@:]{1,3}(?P<nick>[\w.\-]{3,40})"
)


def find_links(story: Story) -> Iterator[Found]:
    for match in LINK.finditer(story.low):
        yield Found(match.start(), match.start() + len(match[0].rstrip(TRAILING)), "link")
    for match in DOMAIN.finditer(story.low):
        if _is_link(story, match):
            yield Found(match.start(), match.start() + len(match[0].rstrip(TRAILING)), "link")


def _is_link(story: Story, match: re.Match[str]) -> bool:
    if match["path"] and len(match["path"].rstrip(TRAILING)) > 1:
        return True
    if match["top"] not in TOPS or _is_company(match):
        return False
    return match[0].count(".") > 1 or match["top"] not in ALSO_WORDS[story.language]


def _is_company(match: re.Match[str]) -> bool:
    first, *rest = match[0].split(".")
    known = everywhere("companies").get(first)
    return known is not None and (() in known or tuple(rest) in known)


def find_usernames(story: Story) -> Iterator[Found]:
    for pattern in (USERNAME, REDDIT, DOTTED):
        for match in pattern.finditer(story.low):
            if any(char.isalpha() for char in match[0]):
                yield Found(match.start(), match.end(), "username")
    for match in UNDERSCORED.finditer(story.low) if "_" in story.low else ():
        if "_" in match[0].strip("_") and any(char.isalpha() for char in match[0]):
            yield Found(match.start(), match.end(), "username")
    for match in PLAIN.finditer(story.low):
        if match["nick"] not in story.vocabulary.names.function:
            yield Found(*match.span("nick"), "username")
    for phrase in story.phrases("nick_words"):
        told = TOLD.match(story.low, story.words[phrase.last - 1].end)
        if told and _looks_made_up(told["nick"]):
            end = told.end() - (len(told["nick"]) - len(told["nick"].rstrip(".-")))
            yield Found(told.start("nick"), end, "username")


def _looks_made_up(nick: str) -> bool:
    return any(char.isdigit() or char in "_." for char in nick.rstrip(".-")) and not nick.isdigit()
