"""Cases of Polish names, made from the nominative: a name list stays short.

Rules of https://pl.wikipedia.org/wiki/Deklinacja, singular with the vocative; of surnames the
plural too. A form too many does no harm: it is looked up, never written.
"""

from collections.abc import Iterable

PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")
# How the last consonant changes before -e.
SOFT = {
    "ł": "le",
    "r": "rze",
    "t": "cie",
    "d": "dzie",
    "k": "ce",
    "g": "dze",
    "ch": "sze",
    "h": "sze",
}
FLEETING = {"siek": "śk", "ciek": "ćk", "niek": "ńk", "ziek": "źk", "iek": "k", "ek": "k"}
ACUTE = {"ś": "si", "ń": "ni", "ć": "ci", "ź": "zi"}
ADJECTIVE = ("ego", "emu", "m", "a", "ej", "ą", "e", "ch", "mi")


def forms(name: str) -> Iterable[str]:
    """All forms of a lower-case name, itself first."""
    yield name
    if name.endswith("a"):
        yield from _feminine(name)
    elif name.endswith(("y", "i")):
        yield from _adjective(name)
    elif name.endswith("o"):
        yield from _endings(name[:-1], "a", "owi", "em", "u")
    else:
        yield from _masculine(name)


def surname_forms(name: str) -> Iterable[str]:
    yield from forms(name)
    if name.endswith(("ski", "cki", "dzki")):
        yield from (name[:-2] + "scy"[1:], name + "ch", name + "mi")
    elif not name.endswith(("y", "i", "o")):
        stem = _oblique(name) if not name.endswith("a") else name[:-1]
        yield from _endings(stem, "owie", "ów", "om", "ami", "ach", "owa", "owej", "ówna")


def plain(word: str) -> str:
    """Without the Polish marks, as typed on a telephone."""
    return word.translate(PLAIN)


def _endings(stem: str, *endings: str) -> Iterable[str]:
    return (stem + ending for ending in endings)


def _soft(stem: str) -> str:
    two = SOFT.get(stem[-2:])
    if two:
        return stem[:-2] + two
    one = SOFT.get(stem[-1:])
    return stem[:-1] + one if one else stem + "ie"


def _feminine(name: str) -> Iterable[str]:
    stem = name[:-1]
    yield from _endings(stem, "ę", "ą", "o")
    if stem.endswith("i"):
        yield from (stem, stem + "i", stem + "u")
    elif stem.endswith("j"):
        yield from (stem[:-1] + "i", stem + "i", stem + "u")
    elif stem.endswith("l"):
        yield from (stem + "i", stem + "u")
    elif stem.endswith(("k", "g")):
        yield from (stem + "i", _soft(stem))
    else:
        yield from (stem + "y", _soft(stem))


def _adjective(name: str) -> Iterable[str]:
    stem = name if name.endswith(("ki", "gi", "ni", "ci")) else name[:-1]
    vowel = name[-1]
    if name.endswith(("ki", "gi")):
        yield from (stem[:-1] + ending for ending in ("a", "ą", "iej", "im", "iego", "iemu"))
    else:
        hard = name[:-1] if vowel == "y" else name
        yield from (hard + ending for ending in ("ego", "emu", "a", "ej", "ą", "e"))
        yield name + "m"


def _oblique(name: str) -> str:
    for ending, stem in FLEETING.items():
        if name.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)] + stem
    if name.endswith("eł"):
        return name[:-2] + "ł"
    if name.endswith("ec"):
        return name[:-2] + "c"
    if name[-1:] in ACUTE:
        return name[:-1] + ACUTE[name[-1]]
    return name


def _masculine(name: str) -> Iterable[str]:
    stem = _oblique(name)
    yield from _endings(stem, "a", "owi", "u")
    yield stem + ("iem" if stem.endswith(("k", "g")) else "em")
    if not stem.endswith(("k", "g", "l", "j", "i", "c", "z", "ż")):
        yield _soft(stem)
