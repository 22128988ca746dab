"""From the first word of a name to the whole: surnames, particles, initials."""

from bot.stories.redaction.names.english import small_surname
from bot.stories.redaction.names.italian import ends_a_name, led_by_particle
from bot.stories.redaction.names.people import People

PARTICLES = frozenset(
    {"de", "di", "del", "della", "dell", "dalla", "dal", "da", "d", "lo", "la", "li"}
    | {"le", "van", "von", "der", "den", "ter", "el", "al", "bin", "ibn", "ben", "mac"}
    | {"mc", "o", "st", "san", "dos", "du"}
)
LONGEST = 4
JOINTS = frozenset({" ", "-", "'", " '"})


def whole_name(people: People, first: int) -> tuple[int, int]:
    """The positions in the text where a name starts and ends, given its first word."""
    start = people.word(_before(people, first)).start
    last = first + led_by_particle(people, first)
    while last - first < LONGEST:
        following = _next(people, last, grown=last > first)
        if following == last:
            break
        last = following
    return start, _initial(people, last)


def _before(people: People, first: int) -> int:
    """As in "Rossi Mario", "J. Nowak": what stands before belongs to it."""
    before = first - 1
    if first == 0 or people.starts(first):
        return _initials_before(people, first)
    if (
        people.story.gap(before) == " "
        and people.capital(before)
        and people.possible(before)
        and people.surname_anywhere(before)
        and before not in people.companies
        and before not in people.towns
        and not (people.ordinary(before) and people.starts(before) and not people.surname(before))
    ):
        return _particle_before(people, before)
    return _initials_before(people, first)


def _particle_before(people: People, surname: int) -> int:
    """As in "D'Amico Salvatore", "De Luca Maria"."""
    at = surname - 1
    if at < 0 or people.word(at).low not in PARTICLES or not people.word(at).text[0].isupper():
        return surname
    return at if people.story.gap(at) in {" ", "'"} else surname


def _initials_before(people: People, first: int) -> int:
    at = first
    while at > 0 and people.story.gap(at - 1) in {". ", "."}:
        letter = people.word(at - 1).text
        if len(letter) > 1 or not letter.isupper():
            break
        at -= 1
    return at


def _next(people: People, last: int, *, grown: bool) -> int:
    after = last + 1
    if after >= len(people.story.words) or people.story.gap(last) not in JOINTS:
        return last
    if people.word(after).low in PARTICLES and _carries(people, last, after):
        return after + 1
    return after if _belongs(people, last, after, grown=grown) else last


def _carries(people: People, last: int, particle: int) -> bool:
    """As in "Maria De Luca", "salvatore lo cascio": a particle and a surname."""
    surname = particle + 1
    if surname >= len(people.story.words) or people.story.gap(particle) not in {" ", "'", ""}:
        return False
    if surname in people.companies or surname in people.towns or not people.possible(surname):
        return _two_particles(people, particle)
    if people.capital(surname):
        return people.capital(particle) or people.word(particle).low in {"van", "von", "der", "d"}
    if people.word(particle).low in {"van", "von", "der", "den"}:
        return True
    small = people.surname(surname) and not people.capital(last)
    return small and not people.ordinary(surname)


def _two_particles(people: People, particle: int) -> bool:
    """As in "van der Meulen"."""
    return people.word(particle).low in {"van", "von", "de"} and people.word(particle + 1).low in {
        "der",
        "den",
        "la",
        "los",
    }


def _belongs(people: People, last: int, after: int, *, grown: bool) -> bool:
    gap = people.story.gap(last)
    if gap == "-":
        return people.possible(after) and not people.speaks(last)
    if gap != " " or not people.possible(after) or after in people.companies:
        return False
    if people.shouted(after):
        known = people.surname_anywhere(after) or people.uncommon(after)
        return people.shouted(last) and known
    if people.capital(after):
        return after not in people.towns or people.surname(after)
    return not grown and _small_surname(people, last, after)


def _small_surname(people: People, last: int, after: int) -> bool:
    if people.capital(last):
        return people.surname(after) and not people.ordinary(after)
    if people.story.language == "it" and ends_a_name(people, after):
        return True
    if small_surname(people, after) and not people.ordinary(last):
        return True
    if people.story.language == "pl" and _polish_noun(people, after):
        return True
    known = people.surname(after) or (people.surname_anywhere(after) and not people.ordinary(after))
    return known and people.word(after).low not in people.names.seldom


def _polish_noun(people: People, index: int) -> bool:
    """A word that no list holds, on a consonant that verbs do not end on: "jarosław bober"."""
    return people.uncommon(index) and people.word(index).low[-1] in "bcdfghknprstwzńśźż"


def _initial(people: People, last: int) -> int:
    """The end of "Marco R." with its initial."""
    end, after = people.word(last).end, last + 1
    if after < len(people.story.words) and people.story.gap(last) == " ":
        letter = people.word(after)
        if len(letter.text) == 1 and letter.text.isupper() and letter.text not in {"I", "A", "E"}:
            dot = people.story.text[letter.end : letter.end + 1] == "."
            return letter.end + 1 if dot else end
    return end
