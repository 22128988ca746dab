"""What Italian names do: surnames first, particles, surnames that no list holds."""

from bot.stories.redaction.names.people import People

ITALIAN_PARTICLES = frozenset(
    {
        "de",
        "di",
        "del",
        "della",
        "dello",
        "dell",
        "dalla",
        "dal",
        "dall",
        "d",
        "lo",
        "la",
        "li",
        "le",
    }
)
STOPS = frozenset(",.;:!?)\n")
AFTER_A_NAME = frozenset(
    {
        "",
        "da",
        "di",
        "del",
        "dal",
        "dalla",
        "della",
        "e",
        "ed",
        "nato",
        "nata",
        "residente",
        "abito",
        "vivo",
        "ho",
    }
    | {
        "scrivo",
        "volevo",
        "vi",
        "mi",
        "chiamo",
        "sono",
        "cf",
        "tel",
        "cell",
        "codice",
        "cliente",
        "mail",
        "in",
        "che",
    }
)
VERBS = (
    "ando",
    "endo",
    "ato",
    "ata",
    "uto",
    "uta",
    "ava",
    "eva",
    "iva",
    "mente",
    "ente",
    "are",
    "ere",
    "ire",
    "zione",
)


def after_surname(people: People, index: int) -> bool:
    """As in Italian "di Calò Rosario": both words of every day, and in this order."""
    before = index - 1
    return (
        people.story.language == "it"
        and people.story.gap(before) == " "
        and people.capital(before)
        and people.surname_anywhere(before)
        and people.given(index)
        and before not in people.companies | people.towns
    )


def disagrees(people: People, index: int) -> bool:
    """Whether a word after "il" or "la" cannot be its noun: "la Rossi", "la Russo", not "il Gatto"."""
    if people.seldom(index):
        return False
    article, last = people.word(index - 1).low, people.word(index).low[-1]
    unlike = last == "i" or (article, last) in {("la", "o"), ("il", "a")}
    return unlike or not people.ordinary(index)


def before_a_surname(people: People, index: int) -> bool:
    """As in "sono nunzio lapadula": the second word is nothing else."""
    after = index + 1
    return (
        people.story.language == "it"
        and after < len(people.story.words)
        and people.story.gap(index) == " "
        and people.surname(after)
        and not people.ordinary(after)
        and not people.seldom(after)
    )


def beside_small(people: People, index: int) -> bool:
    """As in "teresa o franca"."""
    before = index - 2
    return (
        before >= 0
        and people.word(index - 1).low in {"e", "o", "ed", "and", "or", "i", "lub", "albo"}
        and people.given(before)
        and not people.ordinary(before)
        and not people.seldom(before)
    )


def led_by_particle(people: People, first: int) -> bool:
    """As in "Lo Verso", "Dell'Orto": the word after the particle is the surname."""
    after = first + 1
    return (
        people.word(first).low in ITALIAN_PARTICLES
        and people.word(first).text[0].isupper()
        and after < len(people.story.words)
        and people.capital(after)
        and people.story.gap(first) in {" ", "'"}
    )


def ends_a_name(people: People, index: int) -> bool:
    """A word that no list holds, and no verb, where a name may end: "sono rocco bizzocchi da bari"."""
    following = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    return (
        people.uncommon(index)
        and not people.word(index).low.endswith(VERBS)
        and (people.story.gap(index)[:1] in STOPS or following in AFTER_A_NAME)
    )
