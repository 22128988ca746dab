"""What only Polish does with names: after prepositions, in firms, of relatives."""

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.people import People
from bot.stories.redaction.names.unknown import alone


def after_preposition(people: People, cues: Cues, index: int) -> bool:
    """As in Polish "od Ani", "z Mają": a capital that no word of every day would have there."""
    return (
        people.story.language == "pl"
        and index in cues.weak
        and people.given(index)
        and index not in people.towns
        and people.story.gap(index - 1) == " "
        and alone(people, index)
    )


def half_of_a_firm(people: People, index: int) -> bool:
    """As in Polish "Dom-Bud", "Auto-Roman"."""
    return (
        people.story.language == "pl"
        and index > 0
        and people.story.gap(index - 1) == "-"
        and people.capital(index - 1)
        and not (people.given(index - 1) or people.surname(index - 1))
        and not people.polish_surname(index - 1)
    )


def what_they_do(people: People, index: int) -> bool:
    """As in "Pani Kierownik"."""
    phrases, low = people.story.vocabulary.phrases, people.word(index).low
    doing = any(() in phrases.get(one, {}).get(low, ()) for one in ("relations", "duties"))
    return doing and not people.surname(index) and not people.given(index)


def polish_kin(people: People, index: int) -> bool:
    """As in "Mama i Tata"."""
    return people.story.language == "pl" and what_they_do(people, index)
