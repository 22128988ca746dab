"""E-mail addresses, as typed or as said aloud: "mario punto rossi chiocciola gmail punto com"."""

import re
from collections.abc import Iterator

from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

AT = re.compile(r" ?(?:@{1,3}|[(\[{] ?(?:at|chiocciola|chiocciolina|małpa|malpa|@) ?[)\]}]) ?")
LOCAL = re.compile(r"(?:[a-z]')?[\w.%+\-]{1,64}\Z")
DOMAIN = re.compile(
    r"[\w\-]{1,63}(?:(?:\.| \. ?| ?[(\[](?:dot|punto|kropka|\.)[)\]] ?)[\w\-]{2,63}){1,4}"
)
SPOKEN_DOTS = frozenset({"dot", "punto", "kropka", "puntino", "pto", "point", "period"})
SPOKEN_GLUE = frozenset(
    {"dash", "hyphen", "underscore", "minus", "trattino", "meno", "myślnik", "podkreślnik"}
    | {
        "podkreślenie",
        "podłoga",
        "podkreslnik",
        "myslnik",
        "lineetta",
        "kreska",
        "plus",
        "basso",
        "dolna",
    }
)
SPOKEN_AT = frozenset(
    {
        "at",
        "chiocciola",
        "chiocciolina",
        "kiocciola",
        "małpa",
        "malpa",
        "małpą",
        "małpka",
        "malpka",
        "et",
    }
)
# Mail services so well known that people leave the end out.
SERVICES = frozenset(
    {"gmail", "googlemail", "hotmail", "outlook", "yahoo", "live", "icloud", "msn", "aol", "proton"}
    | {"protonmail", "libero", "virgilio", "tiscali", "alice", "tin", "fastwebnet", "pec", "wp"}
    | {"onet", "interia", "o2", "gazeta", "op", "poczta", "btinternet", "sky", "comcast", "me"}
)
# Said "at me" or "at sky" without an end, no address is meant.
TOO_COMMON = frozenset({"me", "sky", "live", "alice", "tin", "op"})
ENDS = frozenset({"it", "pl", "com", "net", "org", "uk", "eu", "co", "kom"})
GAPS = re.compile(r"[ ,()\[\]\"'\-]{1,3}")
HALF = re.compile(r"[\w.%+\-]{2,64} ?@ ?(?P<service>[a-z0-9]{2,12})\b(?! ?[.\w]*@)")
TAIL = re.compile(r"(?: ?[(\[]?\b(?:dot|punto|kropka)\b[)\]]? ?| ?\.)[a-z]{2,4}\b")
LONGEST = 12
WORDS_OF_A_LETTER = {"en": "i", "it": "aeiou", "pl": "aiouwz"}


def find_emails(story: Story) -> Iterator[Found]:
    for at in AT.finditer(story.low):
        local = LOCAL.search(story.low, max(0, at.start() - 64), at.start())
        domain = DOMAIN.match(story.low, at.end())
        if local and domain:
            yield Found(local.start(), _end(story, domain.end()), "email")
    for half in HALF.finditer(story.low) if "@" in story.low else ():
        if half["service"] in SERVICES:
            yield Found(half.start(), _tail(story, half.end()), "email")
    for spoken in story.places.keys() & SPOKEN_AT:
        for index in story.places[spoken]:
            yield from _said(story, index)


def _tail(story: Story, end: int) -> int:
    """Past a said end: "gmail punto com"."""
    match = TAIL.match(story.low, end)
    return match.end() if match else end


def _end(story: Story, end: int) -> int:
    while story.text[end - 1] in "-_":
        end -= 1
    return end


def _said(story: Story, index: int) -> Iterator[Found]:
    last, dotted = _right(story, index)
    first = _left(story, index)
    if dotted and first < index and not story.words[last].low[0].isdigit():
        yield Found(story.words[first].start, story.words[last].end, "email")


def _right(story: Story, index: int) -> tuple[int, bool]:
    """The last word of the domain after an "at", and whether a dot was said or typed in it."""
    words, last, dotted = story.words, index, False
    for at in range(index + 1, min(index + LONGEST, len(words))):
        gap = story.gap(at - 1)
        typed_dot = last > index and gap == "."
        if not (typed_dot or gap == "_" or GAPS.fullmatch(gap)):
            break
        spoken_dot = words[at].low in SPOKEN_DOTS
        joined = at == index + 1 or typed_dot or _glues(story, at - 1) or gap in {"-", "_"}
        if spoken_dot and at > index + 1:
            continue
        if not (joined or words[at].low in SPOKEN_GLUE):
            break
        dotted = dotted or typed_dot or (at > index + 1 and words[at - 1].low in SPOKEN_DOTS)
        if words[at].low not in SPOKEN_GLUE:
            last = at
    if not dotted and last == index + 1 and words[last].low in SERVICES - TOO_COMMON:
        following = last + 1 < len(words) and words[last + 1].low in ENDS
        return (last + 1 if following and story.gap(last) == " " else last), True
    return last, dotted


def _left(story: Story, index: int) -> int:
    """The first word of the local part before an "at"."""
    first = index - 1
    if first < 0 or not GAPS.fullmatch(story.gap(first)):
        return index
    while first > max(0, index - LONGEST):
        gap = story.gap(first - 1)
        if gap in {".", "_", "-"} or (GAPS.fullmatch(gap) and _joins(story, first)):
            first -= 1
        else:
            break
    while first < index and _glues(story, first):
        first += 1
    lone = 0 < first < index and len(story.words[first - 1].low) == 1
    lone = lone and story.words[first - 1].low not in WORDS_OF_A_LETTER[story.language]
    return first - 1 if lone and story.gap(first - 1) == " " else first


def _joins(story: Story, index: int) -> bool:
    """Whether a word is tied to the one before it: a said dot, or letters told one by one."""
    if _glues(story, index) or _glues(story, index - 1):
        return True
    here, before = story.words[index].low, story.words[index - 1].low
    return (
        (len(here) == 1 and len(before) == 1) or here.isdigit() or here in numerals(story.language)
    )


def _glues(story: Story, index: int) -> bool:
    return story.words[index].low in SPOKEN_DOTS or story.words[index].low in SPOKEN_GLUE
