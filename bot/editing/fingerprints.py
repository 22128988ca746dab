"""What a guide is made of: two guides with the same fingerprint have the same problems."""

from collections.abc import Hashable

from bot.editing.written import Written
from bot.guides.check.parts import words
from bot.guides.loader import Source
from bot.texts.catalogue import SOURCE
from bot.texts.language import LANGUAGES

FILLED_IN = ("letter(", "script(", "speech(")
Fingerprint = tuple[Hashable, ...]


def fingerprints(written: Written) -> dict[str, Fingerprint]:
    """By the guide's id."""
    return {source.guide.id: _fingerprint(source, written) for source in written.sources}


def _fingerprint(source: Source, written: Written) -> Fingerprint:
    """Its file, its translations, the facts it names, and the letters where it fills any in."""
    guide = source.guide
    text = guide.model_dump_json()
    letters = (
        tuple(sorted(written.letters.items())) if any(map(text.__contains__, FILLED_IN)) else ()
    )
    named = text + str(letters)
    return (
        guide.version,
        tuple(fact for fact in written.facts if fact.id in named),
        tuple(
            written.find(language, guide.id, said.text)
            for said in words(guide)
            for language in LANGUAGES
            if language != SOURCE
        ),
        letters,
    )
