"""Capitals that no list of given names knows: surnames, and what the sentence makes a person."""

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.people import People

TELLING = frozenset(
    {"said", "says", "told", "asked", "answered", "replied", "laughed", "sighed", "promised"}
    | {"apologised", "apologized", "insisted", "explained", "dice", "disse", "risponde", "rispose"}
    | {"spiega", "chiede", "chiese", "sbuffa", "ride", "powiedział", "powiedziała", "mówi"}
    | {"odpowiedział", "odpowiedziała", "zapytał", "zapytała", "obiecał", "obiecała", "pyta"}
)
ARTICLES = frozenset(
    {"the", "my", "our", "his", "her", "their", "a", "il", "la", "mio", "mia", "un", "una", "l"}
    | {"nostro", "nostra", "suo", "sua", "moja", "mój", "nasz", "nasza", "jej", "jego", "ta", "ten"}
)


def unknown_name(people: People, cues: Cues, index: int) -> bool:
    """A capital that no list knows: after "sono", before "told me" or ", the supervisor"."""
    word = people.word(index)
    if people.ordinary(index) or word.text.isupper() or index in people.towns:
        return False
    if index in cues.presented:
        return people.story.gap(index - 1) in {" ", ", ", ": "}
    if index in cues.relations and people.story.gap(index)[:1] in {",", ")"}:
        return people.story.gap(index - 1) in {", ", " ("}
    if index and people.story.gap(index - 1) in {"-", "'"}:
        return False
    if surname_follows(people, index) or _is_related(people, index):
        return True
    return _tells(people, index) and (people.story.language == "en" or not people.starts(index))


def lone_surname(people: People, index: int) -> bool:
    known = people.surname(index) or (
        people.story.language == "pl" and people.polish_surname(index)
    )
    article = (
        index > 0 and people.story.language == "it" and people.word(index - 1).low in {"la", "il"}
    )
    if known and article and not people.seldom(index) and people.story.gap(index - 1) == " ":
        return not people.starts(index) and alone(people, index)
    return (
        known
        and not people.ordinary(index)
        and not people.seldom(index)
        and not people.word(index).text.isupper()
        and not (people.starts(index) and not people.surname(index))
        and alone(people, index)
    )


def _tells(people: People, index: int) -> bool:
    after = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    return after in TELLING and people.story.gap(index) == " " and alone(people, index)


def _is_related(people: People, index: int) -> bool:
    """As in "Jhun, the supervisor": who it is comes after."""
    if not people.story.gap(index).startswith((", ", " (")):
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
        and not people.starts(after)
    )
