"""How Polish surnames end, brands change, and which short words are no abbreviations."""

from collections.abc import Iterator
from itertools import chain

from bot.stories.redaction.story import Story

POLISH_ENDINGS = (
    *(
        stem + ending
        for stem in ("sk", "ck", "dzk")
        for ending in ("i", "iego", "iemu", "im", "a", "iej", "ą", "ich", "imi")
    ),
    *("wicz" + ending for ending in ("", "a", "owi", "em", "u", "owie", "ów")),
    *("czyk" + ending for ending in ("", "a", "iem")),
    *(
        stem + ending
        for stem in (
            "owiak",
            "siak",
            "niak",
            "szak",
            "czak",
            "ziak",
            "czuk",
            "niuk",
            "siuk",
            "szuk",
        )
        for ending in ("", "a", "owi", "iem", "u")
    ),
)
# Short like an abbreviation, but a full stop after them ends the sentence.
WHOLE_WORDS = frozenset(
    {"pan", "pana", "panu", "panem", "pani", "panią", "panie", "mama", "mamy", "mamie", "mamę"}
    | {
        "tata",
        "taty",
        "tatą",
        "syn",
        "syna",
        "brat",
        "brata",
        "mąż",
        "męża",
        "żona",
        "żony",
        "żonę",
    }
    | {"szef", "szefa", "kot", "kota", "pies", "psa", "typ", "ja", "to", "tu", "jest", "z", "mówi"}
    | {"matka", "matki", "ojciec", "ojca", "klient", "klienta", "kurier", "kuriera", "konsultant"}
    | {"konsultanta", "konsultantka", "operator", "technik", "technika", "kierownik", "sąsiad"}
    | {"doktor", "profesor", "siostra", "siostry", "córka", "córki", "sąsiadka", "babcia", "babci"}
)
SHORTEST_STEM = 4
CASES = ("owi", "iem", "em", "ie", "ów", "a", "u", "y", "i", "ą", "ę", "e")


def nominatives(word: str) -> Iterator[str]:
    """What a lower-case word may be a case of: "taurona" of "tauron", "vectry" of "vectra"."""
    for ending in CASES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            yield from (stem, stem + "a")
    if word.endswith("ce"):
        yield word.removesuffix("ce") + "ka"


def brands(story: Story) -> frozenset[int]:
    """Words such as in "konsultant Taurona", "puszka Pandory"; none but in Polish."""
    if story.language != "pl":
        return frozenset()
    own, given = story.vocabulary.phrases["companies"], story.vocabulary.names.given
    heroes = (
        range(one.first, one.last)
        for one in story.phrases("heroes")
        if one.last - one.first > 1 or story.words[max(0, one.first - 1)].low not in given
    )
    return frozenset(chain.from_iterable(heroes)) | frozenset(
        index
        for index, word in enumerate(story.words)
        if word.text[0].isupper()
        and word.low not in given
        and any(() in own.get(form, ()) for form in nominatives(word.low))
    )
