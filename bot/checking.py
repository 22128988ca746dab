"""`galateo check` and `galateo texts`: what an editor runs after touching a text."""

from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.errors import ContentError
from bot.guides.check import Problem, check_guides, coverage
from bot.guides.facts import Facts, load_facts
from bot.guides.loader import Source, load_sources
from bot.guides.model import COUNTRIES
from bot.safety.words import load_safety_words
from bot.settings import Settings
from bot.shipped import PACKAGE, locales_folder, templates_folder
from bot.texts.catalogue import INTERFACE, SOURCE, Catalogues, load_catalogues
from bot.texts.extract import Sentence, interface_sentences, update_catalogue
from bot.texts.language import LANGUAGES


def check_content(settings: Settings) -> int:
    """Prints every problem and the matrix guide by country; 1 when there was an error, else 0."""
    console = Console(highlight=False, soft_wrap=True)
    templates = templates_folder(settings.templates_dir)
    try:
        sources, facts = load_sources(templates / "guides"), load_facts(templates / "facts")
        catalogues = load_catalogues(locales_folder(settings.locales_dir))
        load_safety_words(templates / "safety")
    except ContentError as error:
        console.print("\n".join(error.problems), markup=False)
        return 1
    problems = [
        *_interface_problems(catalogues, templates),
        *check_guides(
            sources,
            facts,
            letters=_letters(templates / "letters"),
            translate=lambda language, domain, message: _find(
                catalogues, language, domain, message
            ),
            today=_today(),
        ),
    ]
    for problem in problems:
        console.print(str(problem), markup=False)
    console.print(_matrix(sources, facts))
    errors = sum(problem.level == "error" for problem in problems)
    console.print(f"{errors} errors, {len(problems) - errors} warnings")
    return 1 if errors else 0


def update_texts(settings: Settings) -> None:
    """Brings every interface catalogue up to date and tells how many texts wait for words."""
    templates, locales = (
        templates_folder(settings.templates_dir),
        locales_folder(settings.locales_dir),
    )
    sentences = list(interface_sentences(PACKAGE, templates))
    for code in LANGUAGES:
        if code == SOURCE:
            continue
        path = locales / code / "LC_MESSAGES" / f"{INTERFACE}.po"
        waiting = update_catalogue(path, code, sentences, templates.parent)
        Console().print(f"{path}: {waiting} texts wait for words")


def _interface_problems(catalogues: Catalogues, templates: Path) -> list[Problem]:
    sentences = list(interface_sentences(PACKAGE, templates))
    return [
        Problem(
            f"{sentence.path}:{sentence.line}", f"no {language} translation of {_start(sentence)}"
        )
        for language in LANGUAGES
        if language != SOURCE
        for sentence in sentences
        if not _is_translated(catalogues, language, sentence)
    ]


def _is_translated(catalogues: Catalogues, language: str, sentence: Sentence) -> bool:
    catalogue = catalogues.get((language, INTERFACE))
    if catalogue is None:
        return False
    if isinstance(sentence.message, tuple):
        return catalogue.find_plural(sentence.message[0]) is not None
    return catalogue.find(sentence.message) is not None


def _start(sentence: Sentence) -> str:
    text = sentence.message if isinstance(sentence.message, str) else sentence.message[0]
    return f"“{text.splitlines()[0][:50]}”"


def _find(catalogues: Catalogues, language: str, domain: str, message: str) -> str | None:
    catalogue = catalogues.get((language, domain))
    return catalogue.find(message) if catalogue else None


def _letters(folder: Path) -> dict[tuple[str, str], str]:
    """Templates by letter and language."""
    letters = {}
    for path in sorted(folder.glob("*.j2")):
        name, language, _ = path.name.split(".")
        letters[name, language] = path.read_text(encoding="utf-8")
    return letters


def _matrix(sources: list[Source], facts: Facts) -> Table:
    table = Table("guide", *COUNTRIES, title="outcomes: specific / general")
    for source in sources:
        counts = coverage(source.guide, facts, _today())
        table.add_row(source.guide.id, *(f"{counts[c][0]} / {counts[c][1]}" for c in COUNTRIES))
    return table


def _today() -> date:
    return datetime.now(UTC).date()
