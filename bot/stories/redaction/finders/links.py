"""Links, with or without their beginning."""

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
    {"com", "net", "org", "it", "pl", "eu", "uk", "info", "biz"}
    | {"io", "gov", "edu", "us", "ie", "de", "fr", "es", "dev"}
    | {"app", "ly", "me", "shop", "online", "site", "gg", "cc", "tk"}
    | {"xyz", "ru", "example", "store", "club", "live", "tv", "co", "ca"}
    | {"au", "ch", "at", "nl", "be", "cz", "sk", "ua"}
)
# Words too: a forgotten space after a full stop makes "gone.it" of two sentences.
ALSO_WORDS = {
    "en": frozenset(
        {"it", "us", "me", "be", "at", "so", "no", "is", "to"}
        | {"tv", "co", "info", "live", "online", "store", "club", "site"}
    ),
    "it": frozenset(["me", "io", "si", "no", "es", "de", "at", "ch", "tv", "live", "info"]),
    "pl": frozenset(["io", "de", "tv", "co", "at", "es"]),
}
TRAILING = ".,;:!?)]}'\"»”…"


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
    return (
        match[0].count(".") > 1 or "-" in match[0] or match["top"] not in ALSO_WORDS[story.language]
    )


def _is_company(match: re.Match[str]) -> bool:
    first, *rest = match[0].split(".")
    known = everywhere("companies").get(first)
    return known is not None and (() in known or tuple(rest) in known)
