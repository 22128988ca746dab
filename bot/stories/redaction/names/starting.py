"""Which words are names of people by themselves or by the words before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.stories.redaction.names.growing import PARTICLES
from bot.stories.redaction.names.people import People

# After these even an unknown word in small letters is a name.
SURE = frozenset(
    {
        ("mr",), ("mrs",), ("ms",), ("sig",), ("signor",), ("sig", "ra"), ("dott",), ("dott", "ssa"),
        ("avv",), ("geom",), ("rag",), ("mi", "chiamo"), ("my", "name", "is"), ("nazywam", "się"),
        ("mam", "na", "imię"), ("my", "names"), ("my", "name", "s"), ("mio", "nome", "è"),
        ("il", "mio", "nome", "è"), ("moje", "imię", "to"), ("si", "chiama"), ("si", "chiamava"),
    }
)  # fmt: skip


QUOTES = frozenset("\"'“„«(")
LONG_ENOUGH = 4
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
CERTAIN_PARTICLES = frozenset({"de", "di", "del", "della", "dello", "dalla", "d", "van", "von"})


@dataclass(frozen=True)
class Cues:
    """Indices of the words that stand right after a title, an introduction and so on."""

    titles: frozenset[int]
    introductions: frozenset[int]
    weak: frozenset[int]
    relations: frozenset[int]
    sure: frozenset[int]
    presented: frozenset[int]


def read_cues(people: People) -> Cues:
    return Cues(
        titles=people.after("titles"),
        introductions=people.after("introductions"),
        weak=people.after("weak_introductions"),
        relations=people.after("relations"),
        sure=_sure(people),
        presented=people.after("presenting"),
    )


def _sure(people: People) -> frozenset[int]:
    story = people.story
    return frozenset(
        phrase.last
        for section in ("titles", "introductions")
        for phrase in story.phrases(section)
        if tuple(word.low for word in story.words[phrase.first : phrase.last]) in SURE
        and phrase.last < len(story.words)
        and story.gap(phrase.last - 1) in {" ", ". ", "."}
    )


def first_words(people: People, cues: Cues) -> Iterator[int]:
    """Indices of the words that a name starts with."""
    for index in range(len(people.story.words)):
        if people.possible(index) and _starts_name(people, cues, index):
            yield index
        elif people.word(index).low in PARTICLES and _particle(people, cues, index):
            yield index


def _starts_name(people: People, cues: Cues, index: int) -> bool:
    if people.capital(index):
        return _capital(people, cues, index)
    return index not in people.companies and _small(people, cues, index)


def _particle(people: People, cues: Cues, index: int) -> bool:
    """ "Signor De Luca", "il mio capo de santis": the name starts with its particle."""
    after = index + 1
    if after >= len(people.story.words) or people.story.gap(index) not in {" ", "'"}:
        return False
    if not people.possible(after) or after in people.companies or after in people.towns:
        return False
    if people.capital(index) and people.capital(after) and not people.starts(index):
        return people.word(index).low in CERTAIN_PARTICLES
    cued = index in cues.titles or index in cues.introductions or index in cues.relations
    return cued and (people.surname(after) or (people.capital(after) and people.capital(index)))


def _capital(people: People, cues: Cues, index: int) -> bool:
    introduced = index in cues.titles or index in cues.introductions
    if index in people.companies:
        return (
            index in cues.titles and not people.ordinary(index) and people.surname_anywhere(index)
        )
    if introduced and _quoted_phrase(people, index):
        return False
    if introduced or (index in cues.relations and _after_relation(people, index)):
        return True
    if not people.given_anywhere(index):
        return _lone_surname(people, index) or _unknown(people, cues, index)
    if people.seldom(index):
        return _seldom(people, index)
    if not people.ordinary(index):
        return True
    if people.starts(index):
        return people.speaks(index) or _surname_follows(people, index) or _hyphenated(people, index)
    return _alone(people, index) or people.speaks(index)


def _quoted_phrase(people: People, index: int) -> bool:
    """A course called "Will to Win" is no person."""
    quoted = bool(set(people.story.gap(index - 1)) & QUOTES)
    return quoted and (people.ordinary(index) or people.seldom(index))


def _unknown(people: People, cues: Cues, index: int) -> bool:
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
    if _surname_follows(people, index) or _is_related(people, index):
        return True
    return _tells(people, index) and (people.story.language == "en" or not people.starts(index))


def _tells(people: People, index: int) -> bool:
    after = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    return after in TELLING and people.story.gap(index) == " " and _alone(people, index)


def _is_related(people: People, index: int) -> bool:
    """ "Jhun, the supervisor": who it is comes after."""
    if not people.story.gap(index).startswith((", ", " (")):
        return False
    relations = people.story.vocabulary.phrases["relations"]
    following = people.story.words[index + 1 : index + 4]
    return (
        bool(following)
        and any(() in relations.get(word.low, ()) for word in following[1:])
        and following[0].low in ARTICLES
    )


def _hyphenated(people: People, index: int) -> bool:
    return people.story.gap(index) == "-" and people.capital(index + 1)


def _after_relation(people: People, index: int) -> bool:
    """ "Operator Marek", but an unknown word only when it follows at once."""
    known = people.given_anywhere(index) or people.surname_anywhere(index)
    return known or (
        people.story.gap(index - 1) in {" ", " ("}
        and not people.ordinary(index)
        and index not in people.towns
    )


def _seldom(people: People, index: int) -> bool:
    return _surname_follows(people, index) and not (
        index in people.towns and people.word(index - 1).low in {"in", "a", "w", "at", "to", "do"}
    )


def _surname_follows(people: People, index: int) -> bool:
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


def _alone(people: People, index: int) -> bool:
    """Not one of several capitals in a row, which are rather a title or a brand."""
    before = index > 0 and people.story.gap(index - 1) == " " and people.capital(index - 1)
    last = index + 1 == len(people.story.words)
    after = not last and people.story.gap(index) == " " and people.capital(index + 1)
    return (not before or people.starts(index - 1)) and (
        not after or people.surname_anywhere(index + 1)
    )


def _lone_surname(people: People, index: int) -> bool:
    known = people.surname(index) or (
        people.story.language == "pl" and people.polish_surname(index)
    )
    article = (
        index > 0 and people.story.language == "it" and people.word(index - 1).low in {"la", "il"}
    )
    if known and article and not people.seldom(index) and people.story.gap(index - 1) == " ":
        return not people.starts(index) and _alone(people, index)
    return (
        known
        and not people.ordinary(index)
        and not people.seldom(index)
        and not people.word(index).text.isupper()
        and not (people.starts(index) and not people.surname(index))
        and _alone(people, index)
    )


def _small(people: People, cues: Cues, index: int) -> bool:
    gap = people.story.gap(index - 1) if index else ""
    if index in cues.sure and gap != "\n":
        return index not in people.towns
    if (index in cues.titles or index in cues.introductions) and not set(gap) & QUOTES:
        return people.given_anywhere(index) or _small_surname(people, cues, index)
    related = index in cues.relations and gap == " "
    if people.seldom(index):
        return index in cues.weak and _calls(people, index)
    if people.ordinary(index):
        return people.given_anywhere(index) and (
            related or (index in cues.weak and _calls(people, index))
        )
    if related and people.surname(index):
        return True
    return people.given(index) or (
        people.given_anywhere(index)
        and (len(people.word(index).low) >= LONG_ENOUGH or index in cues.relations)
    )


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
    """ "this is will speaking", where the word is a name by what it does."""
    return (
        people.given(index)
        and index + 1 < len(people.story.words)
        and people.word(index - 1).low in {"is", "im", "m"}
        and people.word(index + 1).low in {"speaking", "from", "here", "calling"}
    )
