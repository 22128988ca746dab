"""Dates of birth: a date is one only where the words before it speak of birth."""

import re
from collections.abc import Iterator
from functools import cache

from bot.stories.redaction.folding import MASKED
from bot.stories.redaction.ordinary import MONTHS
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

REACH = 90
NEW_SENTENCE = re.compile(r"[!?\n]|\.(?= [a-zà-ž]{4})")


YEAR_WORDS = "nineteen|twenty|two thousand|mille\\w+|duemila\\w*|tysiąc|dwa tysiące|dwutysięcznego"
ORDINALS = (
    "(?:\\w{4,20} )?\\w{3,20}ego|primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici"
    "|quattordici|quindici|sedici|dicia\\w+|vent\\w+|trent\\w+|(?:the )?(?:twenty[ -]|thirty[ -])?(?:first|second"
    "|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:the )?\\w{4,10}(?:teenth|tieth|lfth|enth)"
)
LONG_AGO = re.compile(r"\b(?:19\d\d|200\d)\b")
SAID = re.compile(
    r"[ ,(]*(?:r\. )?(?:to|is|was|è|era|che è|jest|sono|jako|as|as my|my|moja|la mia)?[ \w]{0,12}"
)
SAYS_IT = re.compile(r"\b(?:is|è|to|jest)\b.*\b(?:my|mia|moja|his|her|sua|jego|jej)\b")
NEAR = 24
THINGS = frozenset(
    {
        "contratto",
        "ditta",
        "azienda",
        "società",
        "idea",
        "offerta",
        "problema",
        "storia",
        "equivoco",
        "questione",
    }
    | {
        "linea",
        "cooperativa",
        "associazione",
        "progetto",
        "servizio",
        "canale",
        "gruppo",
        "disguido",
        "tutto",
        "cosa",
    }
)


@cache
def _date(language: str) -> re.Pattern[str]:
    month = MONTHS[language]
    return re.compile(
        r"(?<![\d/.\-])(?:"
        r"\d{1,2} ?[./\- ] ?(?:\d{1,2}|[ivx]{1,4}) ?[./\- ] ?'?(?:19|20)?\d{2}(?!\d)"
        r"|\d{4}[./\-]\d{1,2}[./\-]\d{1,2}"
        rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th|[°º.])?(?: of)?(?: the)? ?(?:{month})\b\.?(?:,? ?(?:del |of )?(?:'?\d{{2}}\b|\d{{4}}))?"
        rf"|(?:{month})\b\.?,? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? ?(?:19|20)\d{{2}})?"
        rf"|(?:{month}) (?:del )?(?:19|20)\d\d"
        rf"|\d{{1,2}}-(?:{month})-(?:19|20)?\d{{2}}"
        rf"|(?:\w{{3,20}}[ \-]){{1,2}}(?:of )?(?:{month})\b,?(?: (?:del |of )?(?:{YEAR_WORDS})(?:[ \-]\w{{3,20}}){{0,3}})"
        rf"|(?:{month})\b,? (?:the )?\w{{5,12}},? (?:{YEAR_WORDS})(?:[ \-]\w{{3,20}}){{0,2}}"
        rf"|(?:{ORDINALS})(?: of)? (?:{month})\b(?:,? (?:del |nel |w )?(?:'?\d{{2,4}}|(?:mille|duemila|vent|trent|quarant|cinquant|sessant|settant|ottant|novant|nineteen|tysiąc)\w*(?:[ \-]\w{{3,20}}){{0,3}}|\w{{3,10}}(?:dziesi[ąa]tego|dziestego)(?: \w{{4,10}}ego)?))?"
        rf"|(?:mille(?:novecento|nove)\w*|duemila\w*)"
        r"|(?:19|20)\d{2}(?!\d)|\d{6}(?!\d)|\d{8}(?!\d)|(?<=')\d{2}(?!\d)|(?<=w )\d{2}(?= r)|(?<=rocznik )\d{2}(?!\d))"
        r"(?: ?r\.| roku\b)?"
    )


def find_births(story: Story) -> Iterator[Found]:
    for phrase in story.phrases("birth_words"):
        if story.language == "it" and _of_a_thing(story, phrase.first):
            continue
        start = story.words[phrase.last - 1].end
        match = _date(story.language).search(story.low, start, start + REACH)
        # What is masked already was the date.
        if match and MASKED in story.low[start : match.start()]:
            continue
        if match and (
            _long_ago(match[0]) or not NEW_SENTENCE.search(story.low, start, match.start())
        ):
            yield _found(match)
        yield from _before(story, story.words[phrase.first].start)


def _of_a_thing(story: Story, index: int) -> bool:
    """As in "la ditta è nata nel 2015": companies, contracts and quarrels are born too."""
    return any(word.low in THINGS for word in story.words[max(0, index - 3) : index])


def _before(story: Story, start: int) -> Iterator[Found]:
    """As in "3 May 1980 is my date of birth"."""
    for match in _date(story.language).finditer(story.low, max(0, start - REACH), start):
        between = story.low[match.end() : start]
        old = _long_ago(match[0]) or SAYS_IT.search(between)
        if len(between) < NEAR and old and SAID.fullmatch(between):
            yield _found(match)


def _found(match: re.Match[str]) -> Found:
    return Found(
        match.start(),
        match.end() if match[0].endswith("r.") else match.start() + len(match[0].rstrip(" .")),
        "birth_date",
    )


def _long_ago(date: str) -> bool:
    """A whole date too old for a call that a story tells of."""
    return bool(LONG_AGO.search(date)) and len(date) > len("1980")
