"""Which words a name starts with."""

from collections.abc import Iterator

from bot.stories.redaction.names.cues import Cues
from bot.stories.redaction.names.growing import PARTICLES
from bot.stories.redaction.names.letters import written_large, written_small
from bot.stories.redaction.names.people import People

CERTAIN_PARTICLES = frozenset({"de", "di", "del", "della", "dello", "dalla", "d", "van", "von"})


def first_words(people: People, cues: Cues) -> Iterator[int]:
    """Indices of the words that a name starts with."""
    for index in range(len(people.story.words)):
        if (people.possible(index) and _starts_name(people, cues, index)) or (
            people.word(index).low in PARTICLES and _particle(people, cues, index)
        ):
            yield index


def _starts_name(people: People, cues: Cues, index: int) -> bool:
    if people.capital(index):
        return written_large(people, cues, index)
    return index not in people.companies and written_small(people, cues, index)


def _particle(people: People, cues: Cues, index: int) -> bool:
    """As in "Signor De Luca", "il mio capo de santis": the name starts with its particle."""
    after = index + 1
    if after >= len(people.story.words) or people.story.gap(index) not in {" ", "'"}:
        return False
    if not people.possible(after) or after in people.companies or after in people.towns:
        return False
    capitals = people.capital(index) and people.capital(after)
    if capitals and not people.starts(index) and people.word(index).low in CERTAIN_PARTICLES:
        return True
    cued = index in cues.titles or index in cues.introductions or index in cues.relations
    return cued and (people.surname(after) or (people.capital(after) and people.capital(index)))
