"""Whether a word is a name: written with a capital, or in small letters."""

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.people import People
from bot.stories.redaction.names.unknown import (
    alone,
    beside_a_name,
    is_related,
    lone_surname,
    surname_follows,
    unknown_name,
    works_in,
)

QUOTES = frozenset("\"'“„«(")
LONG_ENOUGH = 4


def written_large(people: People, cues: Cues, index: int) -> bool:
    if index in people.companies:
        return (
            index in cues.titles and not people.ordinary(index) and people.surname_anywhere(index)
        )
    if index in cues.titles or index in cues.introductions:
        return not _quoted_phrase(people, index)
    if index in cues.relations and _after_relation(people, index):
        return True
    if not people.given_anywhere(index):
        return lone_surname(people, index) or unknown_name(people, cues, index)
    return _known(people, index)


def _known(people: People, index: int) -> bool:
    """A given name with a capital, by its place in the sentence where it is a word too."""
    if any(shows(people, index) for shows in (beside_a_name, is_related, works_in)):
        return True
    if people.seldom(index):
        return _seldom(people, index)
    return not people.ordinary(index) or _as_name(people, index)


def _as_name(people: People, index: int) -> bool:
    """A name that is a word too, by its place in the sentence."""
    if people.speaks(index):
        return True
    if people.starts(index):
        return surname_follows(people, index) or _hyphenated(people, index)
    return alone(people, index)


def _quoted_phrase(people: People, index: int) -> bool:
    """A course called "Will to Win" is no person."""
    quoted = bool(set(people.story.gap(index - 1)) & QUOTES)
    return quoted and (people.ordinary(index) or people.seldom(index))


def _after_relation(people: People, index: int) -> bool:
    """As in "Operator Marek", but an unknown word only when it follows at once."""
    known = people.given_anywhere(index) or people.surname_anywhere(index)
    return known or (
        people.story.gap(index - 1) in {" ", " ("}
        and not people.ordinary(index)
        and index not in people.towns
    )


def _seldom(people: People, index: int) -> bool:
    return surname_follows(people, index) and not (
        index in people.towns and people.word(index - 1).low in {"in", "a", "w", "at", "to", "do"}
    )


def _hyphenated(people: People, index: int) -> bool:
    return people.story.gap(index) == "-" and people.capital(index + 1)


def written_small(people: People, cues: Cues, index: int) -> bool:
    gap = people.story.gap(index - 1) if index else ""
    if index in cues.sure and gap != "\n":
        return index not in people.towns
    if index in cues.probable and gap in {" ", ". "} and people.uncommon(index):
        return True
    if (index in cues.titles or index in cues.introductions) and not set(gap) & QUOTES:
        return people.given_anywhere(index) or _small_surname(people, cues, index)
    if index in cues.spoken_to and gap == " " and people.given(index):
        return True
    return _small_given(people, cues, index, related=index in cues.relations and gap == " ")


def _small_given(people: People, cues: Cues, index: int, *, related: bool) -> bool:
    called = index in cues.weak and _calls(people, index)
    if people.seldom(index):
        return called
    if people.ordinary(index):
        return people.given_anywhere(index) and (related or called)
    if people.given(index) or (related and people.surname(index)):
        return True
    long = len(people.word(index).low) >= LONG_ENOUGH
    return people.given_anywhere(index) and (long or index in cues.relations)


def _small_surname(people: People, cues: Cues, index: int) -> bool:
    return (
        people.polish_surname(index)
        or (
            index in cues.titles
            and people.surname(index)
            and people.word(index).low not in people.names.seldom
        )
        or (
            people.surname_anywhere(index)
            and not people.seldom(index)
            and not people.ordinary(index)
        )
    )


def _calls(people: People, index: int) -> bool:
    """As in "this is will speaking", where the word is a name by what it does."""
    return (
        people.given(index)
        and index + 1 < len(people.story.words)
        and people.word(index - 1).low in {"is", "im", "m"}
        and people.word(index + 1).low in {"speaking", "from", "here", "calling"}
    )
