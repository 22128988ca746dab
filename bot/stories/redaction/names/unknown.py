"""Capitals that no list of given names knows: surnames, and what the sentence makes a person."""

import re

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.english import spoken_of
from bot.stories.redaction.names.italian import disagrees
from bot.stories.redaction.names.people import People
from bot.stories.redaction.names.strangers import thing_does

AFTER_TOLD = re.compile(
    r"[,.:;!?)\n]| (?:and|e|i|che|from|dal|dall|z|ze|with|con|che|after|dopo)\b"
)
FROM = frozenset({"from", "in", "at", "dell", "del", "della", "dal", "dall", "z", "ze", "the", "l"})
ARTICLES = frozenset(
    {"the", "my", "our", "his", "her", "their", "a", "il", "la", "mio", "mia", "un", "una", "l"}
    | {"nostro", "nostra", "suo", "sua", "moja", "mój", "nasz", "nasza", "jej", "jego", "ta", "ten"}
)


def unknown_name(people: People, cues: Cues, index: int) -> bool:
    """A capital that no list knows: after "sono", before "told me" or ", the supervisor"."""
    word = people.word(index)
    if people.ordinary(index) or word.text.isupper() or index in people.towns:
        return False
    if index in cues.presented and not (people.story.language == "en" and people.common(index)):
        return people.story.gap(index - 1) in {" ", ", ", ": ", "\n", ",\n"}
    if index in cues.relations and people.story.gap(index)[:1] in {",", ")"}:
        return people.story.gap(index - 1) in {", ", " ("}
    if index and people.story.gap(index - 1) in {"-", "'"}:
        return False
    return (
        (surname_follows(people, index) and not people.common(index))
        or is_related(people, index)
        or (_acts(people, index) and _may_start(people, index) and not thing_does(people, index))
        or spoken_of(people, index)
    )


def _acts(people: People, index: int) -> bool:
    """Whether the sentence has the word do what only people do."""
    return not people.common(index) and (
        _tells(people, index)
        or _is_told_of(people, index)
        or works_in(people, index)
        or beside_a_name(people, index)
    )


def _may_start(people: People, index: int) -> bool:
    """A word at the start of a sentence needs no capital to be a name: it must be a rare one."""
    return not people.starts(index) or people.uncommon(index)


def _is_told_of(people: People, index: int) -> bool:
    return (
        index > 0
        and people.story.gap(index - 1) == " "
        and people.word(index - 1).low in people.story.vocabulary.phrases["told_by"]
        and bool(AFTER_TOLD.match(people.story.low, people.word(index).end))
    )


def works_in(people: People, index: int) -> bool:
    """As in "Ffion from billing", "Gjergji dell'ufficio reclami"."""
    following = people.story.words[index + 1 : index + 4]
    departments = people.story.vocabulary.phrases["departments"]
    return (
        bool(following)
        and people.story.gap(index) == " "
        and following[0].low in FROM
        and any(word.low in departments for word in following[1:])
    )


def beside_a_name(people: People, index: int) -> bool:
    """As in "Dafydd and Xiomara"."""
    article = people.story.language == "it" and people.word(index - 1).low in {"il", "la", "lo"}
    joint = index - 1 - article
    before = joint - 1
    return (
        before >= 0
        and people.word(joint).low in {"and", "e", "i", "oraz", "ed"}
        and people.capital(before)
        and people.given_anywhere(before)
        and not people.ordinary(before)
        and before not in people.companies
        and before not in people.towns
        and alone(people, index)
    )


def lone_surname(people: People, index: int) -> bool:
    known = people.surname(index) or (
        people.story.language == "pl" and people.polish_surname(index)
    )
    article = (
        index > 0 and people.story.language == "it" and people.word(index - 1).low in {"la", "il"}
    )
    if known and article and disagrees(people, index) and people.story.gap(index - 1) == " ":
        return not people.starts(index) and alone(people, index)
    return (
        known
        and not people.ordinary(index)
        and not people.seldom(index)
        and not people.word(index).text.isupper()
        and not (people.starts(index) and (not people.surname(index) or _proverbial(people, index)))
        and not (index and people.story.gap(index - 1) == "-")
        and alone(people, index)
    )


def _proverbial(people: People, index: int) -> bool:
    """As in Polish "Kowal zawinił": a surname that is a word of every day."""
    words = people.story.vocabulary.phrases.get("words_at_start", {})
    return people.word(index).low in words and not people.speaks(index)


def _tells(people: People, index: int) -> bool:
    after = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    return (
        after in people.story.vocabulary.phrases["telling"]
        and people.story.gap(index) == " "
        and alone(people, index)
    )


def is_related(people: People, index: int) -> bool:
    """As in "Jhun, the supervisor": who it is comes after."""
    if index in people.towns or not people.story.gap(index).startswith((", ", " (")):
        return False
    relations = people.story.vocabulary.phrases["relations"]
    following = people.story.words[index + 1 : index + 4]
    return (
        bool(following)
        and any(() in relations.get(word.low, ()) for word in following[1:])
        and following[0].low in ARTICLES
    )


def alone(people: People, index: int) -> bool:
    """Not one of several capitals in a row, which are rather a title or a brand."""
    before = index > 0 and people.story.gap(index - 1) == " " and people.capital(index - 1)
    last = index + 1 == len(people.story.words)
    after = not last and people.story.gap(index) == " " and people.capital(index + 1)
    return (not before or people.starts(index - 1)) and (
        not after or people.surname_anywhere(index + 1)
    )


def surname_follows(people: People, index: int) -> bool:
    after = index + 1
    return (
        after < len(people.story.words)
        and people.story.gap(index) == " "
        and people.capital(after)
        and people.possible(after)
        and after not in people.companies
        and after not in people.towns
        and people.surname_anywhere(after)
        and not (people.seldom(after) and not people.given_anywhere(index))
        and not people.starts(after)
    )
