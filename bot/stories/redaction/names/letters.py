"""Whether a word is a name: written with a capital, or in small letters."""

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.english import celtic, full_name, listed, says_who
from bot.stories.redaction.names.italian import after_surname, before_a_surname, beside_small
from bot.stories.redaction.names.people import People
from bot.stories.redaction.names.polish import (
    after_preposition,
    half_of_a_firm,
    polish_kin,
    what_they_do,
)
from bot.stories.redaction.names.strangers import no_person, only_rung
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
    if index in cues.titles or (index in cues.introductions and not only_rung(people, index)):
        return not (_quoted_phrase(people, index) or what_they_do(people, index))
    if no_person(people, index) or half_of_a_firm(people, index) or polish_kin(people, index):
        return False
    if index in cues.relations and _after_relation(people, index):
        return True
    if not people.given_anywhere(index):
        lone = any(tells(people, index) for tells in (lone_surname, celtic, listed))
        return lone or unknown_name(people, cues, index)
    return _known(people, cues, index)


def _known(people: People, cues: Cues, index: int) -> bool:
    """A given name with a capital, by its place in the sentence where it is a word too."""
    if any(
        shows(people, index) for shows in (beside_a_name, is_related, works_in, listed, full_name)
    ):
        return True
    if people.seldom(index):
        return _seldom(people, index) or after_preposition(people, cues, index)
    return not people.ordinary(index) or _as_name(people, index)


def _as_name(people: People, index: int) -> bool:
    """A name that is a word too, by its place in the sentence."""
    if people.speaks(index):
        return True
    if people.starts(index):
        return surname_follows(people, index) or _hyphenated(people, index)
    return alone(people, index) or after_surname(people, index)


def _quoted_phrase(people: People, index: int) -> bool:
    """A course called "Will to Win" is no person."""
    gap = people.story.gap(index - 1)
    quoted = bool(set(gap) & QUOTES) and "?" not in gap
    return quoted and (people.ordinary(index) or people.seldom(index))


def _after_relation(people: People, index: int) -> bool:
    """As in "Operator Marek", but an unknown word only when it follows at once."""
    known = people.given_anywhere(index) or people.surname_anywhere(index)
    return known or (
        people.story.gap(index - 1) in {" ", " ("}
        and not people.ordinary(index)
        and not (people.common(index) and people.story.language in {"en", "it"})
        and index not in people.towns
    )


def _seldom(people: People, index: int) -> bool:
    return surname_follows(people, index) and not (
        index in people.towns and people.word(index - 1).low in {"in", "a", "w", "at", "to", "do"}
    )


def _hyphenated(people: People, index: int) -> bool:
    return people.story.gap(index) == "-" and people.capital(index + 1)


def written_small(people: People, cues: Cues, index: int) -> bool:
    if people.story.language == "pl" and people.word(index).low in people.names.small:
        return index in cues.sure
    gap = people.story.gap(index - 1) if index else ""
    if index in cues.sure and gap != "\n":
        return index not in people.towns
    if index in cues.probable and gap in {" ", ". ", " (", ": "} and people.uncommon(index):
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
        beside = people.given(index) and beside_small(people, index)
        full = people.given(index) and before_a_surname(people, index)
        return people.given_anywhere(index) and (related or called or beside or full)
    if people.given(index) or (related and people.surname(index)) or says_who(people, index):
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
