"""What editors write, read from its files: guides, facts, letters, translations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from jinja2 import TemplateSyntaxError

from bot.errors import ContentError
from bot.guides.check import Letters
from bot.guides.coach import load_coach
from bot.guides.facts import Facts, load_facts
from bot.guides.loader import Source, load_sources
from bot.safety.words import load_safety_words
from bot.settings import Settings
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import Catalogues, load_catalogues
from bot.texts.language import environment

T = TypeVar("T")


@dataclass(frozen=True)
class Written:
    templates: Path
    sources: list[Source]
    facts: Facts
    letters: Letters
    catalogues: Catalogues

    def find(self, language: str, domain: str, message: str) -> str | None:
        """The translation, or None where there is none."""
        catalogue = self.catalogues.get((language, domain))
        return catalogue.find(message) if catalogue else None


def load_written(settings: Settings) -> Written:
    """Raises ContentError with what is wrong in all the files, not only in the first."""
    templates = templates_folder(settings.templates_dir)
    problems: list[str] = []

    def tried(load: Callable[[Path], T], folder: Path) -> T | None:
        try:
            return load(folder)
        except ContentError as error:
            problems.extend(error.problems)
            return None

    sources = tried(load_sources, templates / "guides")
    facts = tried(load_facts, templates / "facts")
    letters = tried(_load_letters, templates / "letters")
    catalogues = tried(load_catalogues, locales_folder(settings.locales_dir))
    tried(load_safety_words, templates / "safety")
    tried(load_coach, templates / "coach")
    problems += _unparsed(templates)
    if sources is None or facts is None or letters is None or catalogues is None or problems:
        raise ContentError(problems)
    return Written(templates, sources, facts, letters, catalogues)


def _load_letters(folder: Path) -> Mapping[tuple[str, str], str]:
    """Templates by letter and language."""
    letters = {}
    for path in sorted(folder.glob("*.j2")):
        name, _, language = path.name.removesuffix(".j2").partition(".")
        if not language:
            raise ContentError([f"{path}:1: a letter's file is called letter.language.j2"])
        letters[name, language] = path.read_text(encoding="utf-8")
    return letters


def _unparsed(templates: Path) -> Iterator[str]:
    """A line for each message or letter that is no template."""
    parser = environment()
    parser.add_extension("jinja2.ext.i18n")
    for path in sorted(templates.rglob("*.j2")):
        try:
            parser.parse(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            yield f"{path}:{error.lineno}: {error.message}"
        except UnicodeDecodeError as error:
            yield f"{path}:1: {error}"
