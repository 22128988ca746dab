"""Which words a name starts with."""

from collections.abc import Iterator

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.growing import PARTICLES
from bot.stories.redaction.names.letters import written_large, written_small
from bot.stories.redaction.names.people import People
from bot.stories.redaction.names.polish_strangers import nobody

CERTAIN_PARTICLES = frozenset({"de", "di", "del", "della", "dello", "dalla", "d", "van", "von"})
ELIDED = frozenset({"d", "dell", "dall"})


def first_words(people: People, cues: Cues) -> Iterator[int]:
    """Indices of the words that a name starts with.

    Most words are in small letters, no name, and nothing stands before them: those are passed over.
    """
    announced = cues.all
    for index, word in enumerate(people.story.words):
        if not (
            word.text[0].isupper()
            or index in announced
            or word.low in people.all_given
            or word.low in PARTICLES
        ):
            continue
        if (
            (people.possible(index) and _starts_name(people, cues, index))
            or (people.word(index).low in PARTICLES and _particle(people, cues, index))
            or _word_as_name(people, cues, index)
        ):
            yield index


def _word_as_name(people: People, cues: Cues, index: int) -> bool:
    """As in "nonno Nello": a word of grammar elsewhere, a name after who it is."""
    return (
        people.given(index)
        and not people.possible(index)
        and people.capital(index)
        and (index in cues.relations or index in cues.introductions or index in cues.titles)
        and (
            people.story.gap(index - 1) == " "
            or (people.story.gap(index - 1) == ", " and people.story.gap(index).startswith(","))
        )
    )


def _starts_name(people: People, cues: Cues, index: int) -> bool:
    if people.capital(index):
        return written_large(people, cues, index) and not nobody(people, index)
    return index not in people.companies and written_small(people, cues, index)


def _particle(people: People, cues: Cues, index: int) -> bool:
    """As in "Signor De Luca", "il mio capo de santis": the name starts with its particle."""
    after = index + 1
    if after >= len(people.story.words) or people.story.gap(index) not in {" ", "'"}:
        return False
    cued = index in cues.titles or index in cues.introductions or index in cues.relations
    capitals = people.word(index).text[0].isupper() and people.capital(after)
    if cued and capitals and people.story.language == "it":
        return after not in people.companies
    if not people.possible(after) or after in people.companies or after in people.towns:
        return False
    if capitals and people.story.gap(index) == "'" and people.word(index).low in ELIDED:
        return people.word(index).low == "d" or not people.starts(index) or people.surname(after)
    if capitals and not people.starts(index) and people.word(index).low in CERTAIN_PARTICLES:
        return True
    plain = people.story.language == "it" and people.ordinary(after)
    return cued and (
        (people.surname(after) and not plain) or (people.capital(after) and people.capital(index))
    )
