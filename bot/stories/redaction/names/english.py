"""What an English sentence says of a name: one of several, spoken to, or who signs the story."""

import re
from collections.abc import Iterator

from bot.stories.redaction.names.people import People

SAYS_WHO = frozenset({"its", "im", "m", "am", "hiya", "hi", "hey", "name", "names", "cheers"})
CELTIC = re.compile(r"(?:Mc|Mac|Fitz)[A-Z][a-z]{2,}")
SIGNED = re.compile(
    r"(?:[.!?…)]+[\"']? |\n|[.!?]? x{1,3} |-{1,2} ?)([^\W\d_][^\W\d_'\-]{1,20})(\W{0,3})\Z"
)
# No signature is longer.
LONGEST_END = 80
# How English words end that are no names.
NO_NAME = (
    *(
        "ing",
        "ful",
        "ous",
        "able",
        "ible",
        "ic",
        "ed",
        "ly",
        "less",
        "ment",
        "tion",
        "al",
        "ive",
        "s",
    ),
)
NO_SURNAME = (*("ing", "ed", "ly", "est", "nt", "ish", "able", "ful", "ness", "ous", "z"),)
JOINTS = frozenset({", ", " and ", ", and ", " or "})


def listed(people: People, index: int) -> bool:
    """As in "Femi, Mo and a supervisor": a word that is a name too, beside a name."""
    if people.story.language != "en":
        return False
    if not people.given_anywhere(index):
        return people.uncommon(index) and _third(people, index)
    before = index > 0 and people.story.gap(index - 1) == ", " and _surely(people, index - 1)
    after = people.story.gap(index) == ", " and index + 1 < len(people.story.words)
    return before or (after and not people.starts(index) and _surely(people, index + 1))


def _third(people: People, index: int) -> bool:
    """As in "Ryan, Bryony, Orion": what goes on a list of names."""
    return (
        index > 2  # noqa: PLR2004
        and people.story.gap(index - 1) in JOINTS
        and people.story.gap(index - 2) in JOINTS
        and _surely(people, index - 1)
        and _surely(people, index - 2)
    )


def _surely(people: People, index: int) -> bool:
    return (
        people.capital(index)
        and people.given_anywhere(index)
        and not people.ordinary(index)
        and not people.seldom(index)
        and index not in people.companies
    )


def full_name(people: People, index: int) -> bool:
    """As in "Dot Ferrars": a name that is a word too, and a capital that no list knows."""
    after = index + 1
    return (
        people.story.language == "en"
        and people.given(index)
        and after < len(people.story.words)
        and people.story.gap(index) == " "
        and people.capital(after)
        and people.uncommon(after)
    )


def celtic(people: People, index: int) -> bool:
    """As in "McGlinchey", "O'Rourke", "the Hendersons"."""
    word = people.word(index)
    if people.story.language != "en" or index in people.companies or index in people.towns:
        return False
    if index and people.word(index - 1).text == "O" and people.story.gap(index - 1) == "'":
        return True
    family = index > 0 and people.word(index - 1).low == "the" and word.low.endswith("s")
    if family and people.story.gap(index - 1) == " ":
        singular = word.low[:-1]
        usual = (people.names.ordinary, people.names.seldom, people.names.common)
        return singular in people.names.surnames and not any(
            singular in words or word.low in words for words in usual
        )
    return bool(CELTIC.fullmatch(word.text))


def says_who(people: People, index: int) -> bool:
    """As in "hiya its abi": a short name in small letters."""
    if (
        people.story.language != "en"
        or index == 0
        or people.story.gap(index - 1) not in {" ", ", "}
    ):
        return False
    return (
        people.word(index - 1).low in SAYS_WHO
        and people.given_anywhere(index)
        and not people.common(index)
        and not people.ordinary(index)
    )


def spoken_of(people: People, index: int) -> bool:
    """As in "I asked Devansh if he believed": a rare capital to whom somebody spoke."""
    if people.story.language != "en" or index == 0 or not people.uncommon(index):
        return False
    asked = (
        people.word(index - 1).low in people.story.vocabulary.phrases["asked"]
        and people.story.gap(index - 1) == " "
    )
    if not asked or not (
        people.starts(index - 1)
        or people.word(index - 2).low in people.story.vocabulary.phrases["askers"]
    ):
        return False
    gap = people.story.gap(index)
    following = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    return gap[:1] in set(",.;!?\n") or (
        gap == " " and following in people.story.vocabulary.phrases["asked_about"]
    )


def small_surname(people: People, index: int) -> bool:
    """As in "a manager called craig penhaligon who": a rare word where a name may end."""
    if people.story.language != "en" or not people.uncommon(index):
        return False
    following = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    ends = (
        people.story.gap(index)[:1] in set(',.;:!?)\n"')
        or following in people.story.vocabulary.phrases["after_names"]
    )
    return ends and not people.word(index).low.endswith(NO_SURNAME)


def signed(people: People) -> Iterator[tuple[int, int]]:
    """The one word that ends a story after a full stop: who tells it."""
    text = people.story.text
    if people.story.language != "en":
        return
    match = SIGNED.search(text, max(0, len(text) - LONGEST_END))
    if not match:
        return
    index = len(people.story.words) - 1
    if not people.capital(index) or index in people.companies | people.towns:
        return
    stopped = "." in match[2] or "!" in match[2] or "?" in match[2]
    rare = people.uncommon(index) and not people.word(index).low.endswith(NO_NAME)
    if people.possible(index) and not stopped and (people.given_anywhere(index) or rare):
        yield match.span(1)
