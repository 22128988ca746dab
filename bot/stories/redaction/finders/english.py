"""What only English stories hold: names on a site, short secret codes, old British plates."""

import re
from collections.abc import Iterator

from bot.stories.redaction.finders.shapes import JOINED, LONG
from bot.stories.redaction.finders.usernames import STATES
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

SITE = (
    r"(?:instagram|insta|ig|facebook|fb|twitter|x|tik ?tok|reddit|trip ?advisor|trustpilot|youtube|yt"
    r"|discord|snap ?chat|snap|telegram|xbox(?: live)?|psn|playstation|steam|twitch|mumsnet|netmums|ebay"
    r"|vinted|depop|etsy|threads|bluesky|mastodon|linkedin|pinterest|tumblr|skype|kik|roblox|fortnite"
    r"|mse|money ?saving ?expert|boards\.ie|boards|gumtree|nextdoor|strava|google reviews|yelp|quora"
    r"|pistonheads|reviews?|the (?:forums?|app|site|community forum|review site)|there|here)"
)
NICK = r"[\"'@]{0,2}(?P<nick>[a-z][\w.\-]{3,30})\b"
ON_SITE = re.compile(
    rf"\b(?:i'?m|i am|im|as|follow|add|find|message|dm|tag|under)(?: me| us)? {NICK}[\"']? "
    rf"(?:over )?on (?:the )?{SITE}\b"
)
SITE_IS = re.compile(
    rf"\b(?:my|our|his|her|on|the) {SITE}(?: name| handle| username| account| profile| page| tag| user| id)?"
    rf"(?: as| under| is|'s| it'?s| was| called|:|,| -)+ {NICK}"
)
GOES_BY = re.compile(
    r"\b(?:post(?:ed|ing)? as|sign(?:ed)? in as|log(?:ged)? (?:in|on) as|search for|look me up as"
    rf"|(?:user|screen|account|login|profile|display) ?name(?: there)?(?: is|'s| was|:)) {NICK}"
)
NO_NICK = ("ed", "ing", "ly", "ers")
SECRETS = (
    re.compile(
        r"\b(?:cvv2?|cvc2?|cv2|csc|security (?:code|number|digits)|three digits(?: on the back)?|3 digits(?: on the back)?"
        r"|last (?:three|3)(?: digits)?)(?: (?:is|was|are|were|on the back|number|code))*[:,]? (?P<code>\d{3,4})\b"
    ),
    re.compile(
        r"\b(?:ends?|ended|ending|finish(?:es|ing)?)(?: in| with| on)? (?P<code>(?!19\d\d|20\d\d)\d{4})\b(?! ?[a-z%])"
    ),
    re.compile(
        r"\bexp(?:\.|iry|ires?|iration|iring)?(?: date)?(?: is| on| was|:)? (?P<code>\d{1,2} ?/ ?\d{2}(?:\d{2})?)\b(?!/)"
    ),
    re.compile(r"\bsort(?: ?code)?(?:'s| is| was|:|,| -)? (?P<code>\d\d[ \-.]?\d\d[ \-.]?\d\d)\b"),
)
PLATES = (
    re.compile(r"\b[A-HJ-PR-Y]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]\b"),
    re.compile(
        r"\b[A-HJ-NPR-TV-Y]\d{2,3} ?(?!AND|THE|FOR|BUT|WAS|ARE|BUS|GPS|USB|RAM|SSD)[A-HJ-PR-Y]{3}\b"
    ),
    # Northern Ireland.
    re.compile(r"\b(?:[A-Z][IZ][A-Z]|[A-Z]{2}Z) ?\d{3,4}\b"),
)
SERIAL = re.compile(r"\b[A-Z]{1,6}[\-/]\d+[\-/]\d{3,}\b")
# An Irish PPS number, a British driving licence.
IDS = (
    re.compile(r"\b\d{7}[A-W][A-IW]?\b"),
    re.compile(r"\b(?=[A-Z])[A-Z9]{5}[ \-]?\d{6}[ \-]?[A-Z][A-Z9]\d?[A-Z0-9]{2,3}\b"),
)


def find_english(story: Story) -> Iterator[Found]:
    if story.language != "en":
        return
    for pattern in (ON_SITE, SITE_IS, GOES_BY):
        for match in pattern.finditer(story.low):
            if _is_nick(story, match["nick"]):
                yield Found(*match.span("nick"), "username")
    yield from _numbered(story)


def _numbered(story: Story) -> Iterator[Found]:
    for pattern in SECRETS:
        for match in story.matches(pattern, story.low):
            yield Found(*match.span("code"), "code")
    for pattern in PLATES:
        for match in story.matches(pattern, story.text):
            yield Found(match.start(), match.end(), "plate")
    for pattern in IDS:
        for match in story.matches(pattern, story.text, holding=LONG):
            yield Found(match.start(), match.end(), "national_id")
    for match in story.matches(SERIAL, story.text, holding=JOINED):
        yield Found(match.start(), match.end(), "code")


def _is_nick(story: Story, nick: str) -> bool:
    """A made-up word: with digits, or one that no list of common words holds."""
    if any(char.isdigit() or char in "_." for char in nick.rstrip(".-")):
        return True
    names = story.vocabulary.names
    usual = (names.function, names.common, names.ordinary, STATES)
    known = any(nick in words for words in usual) or any(
        (rest == ()) for rest in story.vocabulary.phrases["companies"].get(nick, ())
    )
    return not known and not nick.endswith(NO_NICK)
